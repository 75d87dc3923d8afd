import { newId } from '../../../platform/new-id.ts'
import { useCommands, useEntities } from '../../../platform/store/index.ts'
import { textsFavourites as words } from '../texts-favourites.ts'

/** Something that can be kept at hand, and what it is called. */
export type FavouriteTarget = {
  readonly kind: 'container' | 'item' | 'view'
  readonly targetId: string
  readonly name: string
}

/** Whether the person keeps something at hand, and the way to change that. */
export function useFavourite({ kind, targetId, name }: FavouriteTarget): {
  readonly isFavourite: boolean
  readonly toggle: () => void
} {
  const favourite = useEntities('favourite').find((each) => each.targetId === targetId)
  const { run } = useCommands()
  const toggle = () => {
    if (favourite)
      void run('work.removeFavourite', { id: favourite.id }, { undoLabel: words.didRemove(name) })
    else void run('work.addFavourite', { id: newId(), kind, targetId }, { undoLabel: words.didAdd(name) })
  }
  return { isFavourite: favourite !== undefined, toggle }
}
