import type { GrantView } from '@millrace/contract'

/** What is done with a process that not everybody may do, from what most may to what few. */
export const PROCESS_ACTS = ['see', 'comment', 'work', 'publish', 'repair'] as const
/** One of them. */
export type ProcessAct = (typeof PROCESS_ACTS)[number]

const ROLES = ['viewer', 'commenter', 'contributor', 'manager'] as const

/** The role that each asks for at least, as its operations declare it. */
const LEAST: Readonly<Record<ProcessAct, (typeof ROLES)[number]>> = {
  ...{ see: 'viewer', comment: 'commenter', work: 'contributor', publish: 'manager', repair: 'manager' },
}

/** Who may do something: everybody of the organisation but guests, and whoever is named. */
export type WhoMay = { readonly everybody: boolean; readonly grants: readonly GrantView[] }

/** Who may do what with a process, besides those who run the organisation: they may do all of it. */
export function whoMay(
  act: ProcessAct,
  { isOpen, grants }: { readonly isOpen: boolean; readonly grants: readonly GrantView[] },
): WhoMay {
  const least = ROLES.indexOf(LEAST[act])
  return {
    // What is open is worked in by every member.
    everybody: isOpen && least <= ROLES.indexOf('contributor'),
    grants: grants.filter(({ role }) => ROLES.indexOf(role) >= least),
  }
}
