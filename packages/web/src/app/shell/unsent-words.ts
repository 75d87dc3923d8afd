import type { Batch, Store } from '../../platform/store/index.ts'
import { unsentTexts } from '../texts-unsent.ts'

/** A batch in words: what was done, about what, and how many calls there are besides. */
export type BatchWords = { readonly what: string; readonly about: string | null; readonly more: number }

/** What a batch will do, as far as this page knows the things it is about. */
export function wordsOfBatch(batch: Batch, pool: Store['pool']): BatchWords {
  const [first] = batch.calls
  const input: Readonly<Record<string, unknown>> = first?.input ?? {}
  const item = [input['id'], input['itemId'], input['fromId']]
    .map((id) => (typeof id === 'string' ? pool.read('item', id) : undefined))
    .find((found) => found !== undefined)
  const isLabelled = batch.label !== null && batch.label !== ''
  return {
    what: isLabelled ? (batch.label ?? '') : unsentTexts.change,
    about: item ? `${item.key} ${item.title}` : titleIn(input),
    more: batch.calls.length - 1,
  }
}

/** What was typed: of a new thing its name is all there is. */
function titleIn(input: Readonly<Record<string, unknown>>): string | null {
  const typed = input['title'] ?? input['name'] ?? input['body']
  return typeof typed === 'string' && typed !== '' ? typed : null
}
