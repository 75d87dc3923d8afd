/** The parts of a process's page that each have a tab, in their order. */
export const PROCESS_TABS = [
  ...(['model', 'steps', 'instances', 'variants', 'rules', 'forms', 'levels', 'versions', 'access'] as const),
] as const
/** One of them. */
export type ProcessTab = (typeof PROCESS_TABS)[number]

/** The tab that an address names; the model for anything else. */
export function processTabOf(written: string | undefined): ProcessTab {
  return PROCESS_TABS.find((tab) => tab === written) ?? 'model'
}
