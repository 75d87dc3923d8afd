import { Toggle } from '../../platform/toggle.ts'

/** Whether the command palette is open. */
export const palette = new Toggle(null)
