import { words } from '../../platform/language/plan-words.ts'

/** How people write a length of time. */
export const textsSpan = words('features/schedule/texts-span', { hint: '3d, 4h, 1w' })
