import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id } from './base.ts'

export const favouriteKind = z.enum(['container', 'item', 'view'])

/** Something that a person keeps at hand. Only that person sees it. */
export const favouriteView = z.object({
  id,
  kind: favouriteKind,
  targetId: id.describe('Of the container, item or kept view'),
  rank: z.string().describe('Order among the favourites of the person: compare as plain text'),
  item: z
    .object({ key: z.string(), title: z.string(), containerIds: z.array(id) })
    .nullable()
    .describe('The item, as it was when this was read; null for what is no item'),
})
/** Something that a person keeps at hand. */
export type FavouriteView = Frozen<z.infer<typeof favouriteView>>
