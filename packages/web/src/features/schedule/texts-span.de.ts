import type { Translated } from '../../platform/language/index.ts'
import type { textsSpan } from './texts-span.ts'

/** Wie Menschen eine Dauer schreiben. */
export const german = { hint: '3t, 4h, 1w' } satisfies Translated<typeof textsSpan>
