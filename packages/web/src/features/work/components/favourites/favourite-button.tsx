import { Star } from 'lucide-react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { ActionIcon } from '../../../../ui/index.ts'
import { type FavouriteTarget, useFavourite } from '../../hooks/use-favourite.ts'
import { textsFavourites as words } from '../../texts-favourites.ts'

type Props = FavouriteTarget & {
  /** On the page of the thing itself the key belongs to it. */
  readonly isKeyed: boolean
}

/** A star that is full when the person keeps the thing at hand. */
export function FavouriteButton({ isKeyed, ...target }: Props) {
  const { isFavourite, toggle } = useFavourite(target)
  useKeys(
    isKeyed ? [{ id: 'favourite', keys: 'shift+f', label: words.key, group: words.group, run: toggle }] : [],
  )
  return (
    <ActionIcon
      aria-label={isFavourite ? words.remove(target.name) : words.add(target.name)}
      aria-pressed={isFavourite}
      title={words.hint}
      onClick={toggle}
    >
      <Star size={15} strokeWidth={1.75} fill={isFavourite ? 'currentColor' : 'none'} aria-hidden />
    </ActionIcon>
  )
}
