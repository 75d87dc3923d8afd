import { isOpen, type Opening } from '../calendar/index.ts'

/** Whether work of this length, in milliseconds, fits into the stretch. */
export function fits(opening: Opening, lengthMs: number): boolean {
  return isOpen(opening, opening.from + lengthMs - 1)
}
