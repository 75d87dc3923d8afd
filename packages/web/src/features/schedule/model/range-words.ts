import { textsPhases as words } from '../texts-phases.ts'

/** What lies between two ends; `isOpen`: something in it is not known. */
export type OpenRange = { readonly low: number; readonly high: number; readonly isOpen: boolean }

/** A range in words: one number where both ends are said the same. */
export function rangeWords({ low, high, isOpen }: OpenRange, say: (value: number) => string): string {
  const ends = [say(low), say(high)] as const // Two ends.
  const amount = ends[0] === ends[1] ? ends[0] : words.range(...ends)
  return isOpen ? words.atLeast(amount) : amount
}
