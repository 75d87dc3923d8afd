import type { Instant } from '../kernel/index.ts'

/** A stretch of working time, the end not included. */
export type Opening = { readonly from: Instant; readonly to: Instant }

/** Whether the moment lies in the stretch. */
export function isOpen({ from, to }: Opening, at: Instant): boolean {
  return new Date(at).getTime() >= from && at < to
}
