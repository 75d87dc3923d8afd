import { compareText } from '@millrace/core/work'
import { useMemo } from 'react'
import { useCommands, useDirectory } from '../../platform/store/index.ts'
import { texts } from '../texts.ts'
import { type Beside, rankAfterStep, rankBeside } from './favourite-order.ts'
import { FavouriteRow } from './favourite-row.tsx'
import styles from './navigation.module.css'
import { useFavouriteDrop } from './use-favourite-drag.ts'

type Props = { readonly onGo?: (() => void) | undefined }

/** What the person keeps at hand, in an order of their own: by drag, or by Alt and the arrows. */
export function Favourites({ onGo }: Props) {
  const { favourites } = useDirectory()
  const { run } = useCommands()
  const sorted = useMemo(
    () => [...favourites.values()].toSorted((a, b) => compareText(a.rank, b.rank) || compareText(a.id, b.id)),
    [favourites],
  )
  const move = (id: string, rank: string | null) => {
    if (rank !== null) void run('work.moveFavourite', { id, rank }, { undoLabel: texts.favourites.moved })
  }
  useFavouriteDrop((id: string, beside: Beside) => move(id, rankBeside(sorted, id, beside)))
  if (sorted.length === 0) return null
  return (
    <div className={styles.group}>
      <h2 className={styles.title}>{texts.favourites.title}</h2>
      <ul className={styles.list}>
        {sorted.map((favourite) => (
          <FavouriteRow
            key={favourite.id}
            favourite={favourite}
            onGo={onGo}
            onStep={(step) => {
              move(favourite.id, rankAfterStep(sorted, favourite.id, step))
              // Moving an element takes the focus from what is in it.
              requestAnimationFrame(() =>
                document.querySelector<HTMLElement>(`[data-favourite="${favourite.id}"] a`)?.focus(),
              )
            }}
            onRemove={() =>
              void run('work.removeFavourite', { id: favourite.id }, { undoLabel: texts.favourites.removed })
            }
          />
        ))}
      </ul>
    </div>
  )
}
