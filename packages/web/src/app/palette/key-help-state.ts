import { Toggle } from '../../platform/toggle.ts'

/** Whether the list of keys is open. */
export const keyHelp = new Toggle(null)
