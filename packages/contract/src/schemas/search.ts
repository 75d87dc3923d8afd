import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant } from './base.ts'
import { stateGroup } from './item.ts'

export const searchKind = z.enum(['item', 'comment', 'file'])

const textParts = z
  .array(z.object({ text: z.string(), isHit: z.boolean() }))
  .describe('Pieces of the text in their order; hits are the words that were asked for')

/** Something that was found. */
export const searchResult = z.object({
  kind: searchKind,
  id: id.describe('Of the item, comment or file'),
  title: textParts.describe('Of the item that was found or talked about, or the name of the file'),
  excerpt: textParts.nullable().describe('The first place in its text; null when only its title has it'),
  itemId: id.nullable().describe('The item itself, or the one it belongs to'),
  itemKey: z.string().nullable(),
  stateGroup: stateGroup.nullable(),
  containerId: id,
  personId: id.nullable().describe('Who said it or sent it'),
  at: instant.describe('When it was last changed, said or sent'),
  isArchived: z.boolean(),
  isSimilar: z.boolean().describe('It has no such words, but some that may have been meant'),
})
/** Something that was found. */
export type SearchResult = Frozen<z.infer<typeof searchResult>>
