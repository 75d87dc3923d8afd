import { Bookmark, Layers } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { paths, type SearchText, useSlug } from '../../platform/navigation.ts'
import { type Favourite, useDirectory, useItem } from '../../platform/store/index.ts'
import { KindGlyph, Link, StateShape } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import { keptViewLink } from './kept-view-link.ts'
import styles from './navigation.module.css'
import { useFavouriteDrag } from './use-favourite-drag.ts'

type Props = {
  readonly favourite: Favourite
  readonly onGo: (() => void) | undefined
  readonly onStep: (step: -1 | 1) => void
  readonly onRemove: () => void
}

/** One thing that is kept at hand; nothing while it cannot be seen. */
export function FavouriteRow({ favourite, onGo, onStep, onRemove }: Props) {
  const target = useTarget(favourite)
  const row = useRef<HTMLLIElement>(null)
  const drag = useFavouriteDrag(row, favourite.id)
  const handleKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (event.altKey && step !== 0) {
      event.preventDefault()
      onStep(step)
    }
    if (event.key === 'Delete') onRemove()
  }
  return (
    <li ref={row} data-favourite={favourite.id} data-drag={drag} className={styles.favourite}>
      {target && (
        <Link
          to={target.to}
          search={target.search}
          className={styles.link}
          title={`${target.label}\n${texts.favourites.hint}`}
          draggable={false}
          onClick={onGo}
          onKeyDown={handleKey}
        >
          {target.glyph}
          <span className={styles.label}>{target.label}</span>
        </Link>
      )}
    </li>
  )
}

type Target = {
  readonly label: string
  readonly glyph: ReactNode
  readonly to: string
  readonly search: SearchText
}

function useTarget({ kind, targetId, item }: Favourite): Target | null {
  const slug = useSlug()
  const { containers, views } = useDirectory()
  const known = useItem(kind === 'item' ? targetId : null)
  if (kind === 'container') {
    const container = containers.get(targetId)
    if (!container || container.archivedAt !== null) return null
    const { key, name } = container
    return {
      label: name,
      glyph: <KindGlyph kind={container.kind} />,
      to: paths.container(slug, key),
      search: {},
    }
  }
  if (kind === 'view') {
    const view = views.get(targetId)
    if (!view) return null
    const glyph = <Bookmark size={15} strokeWidth={1.75} aria-hidden />
    return { label: view.name, glyph, ...keptViewLink(view, { slug, containers }) }
  }
  const shown = known ?? item
  if (!shown?.containerIds.some((id) => containers.has(id))) return null
  // Of an item that is not at hand only the title is known, not how far it is.
  const glyph = known ? (
    <StateShape group={known.stateGroup} />
  ) : (
    <Layers size={14} strokeWidth={1.75} aria-hidden />
  )
  return { label: shown.title, glyph, to: paths.item(slug, shown.key), search: {} }
}
