import type { RelationView } from '@millrace/contract'
import { useMemo } from 'react'
import { linkPath, type Scale } from '../../../../ui/index.ts'
import { placeBar } from '../../model/bar-place.ts'
import type { Rows } from '../../model/rows.ts'
import styles from './timeline.module.css'

type Props = {
  readonly links: readonly RelationView[]
  readonly rows: Rows
  readonly visible: readonly { readonly index: number }[]
  readonly scale: Scale
  readonly rowPx: number
  /** Whose links stand out. */
  readonly cursor: string | null
}

/** Lines between bars of which at least one is in sight. Each item lists the same as its relations. */
export function TimelineLinks({ links, rows, visible, scale, rowPx, cursor }: Props) {
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  const indexOf = useMemo(() => placesOf(rows), [rows])
  const place = (index: number) => {
    const row = rows.at(index)
    const bar = row?.kind === 'item' ? placeBar(row.item, scale) : null
    return bar && { startX: bar.left, finishX: bar.left + bar.width, y: index * rowPx + rowPx / 2 }
  }
  return (
    <svg
      className={styles.links}
      width={scale.days * scale.pxPerDay}
      height={rows.length * rowPx}
      aria-hidden
    >
      <defs>
        <marker
          id="timeline-arrow"
          viewBox="0 0 6 6"
          refX="5.5"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0 6 3 0 6z" fill="currentColor" />
        </marker>
      </defs>
      {links.map((link) => {
        const [fromIndex, toIndex] = [indexOf.get(link.fromId), indexOf.get(link.toId)]
        if (fromIndex === undefined || toIndex === undefined) return null
        if (Math.max(fromIndex, toIndex) < first || Math.min(fromIndex, toIndex) > last) return null
        const [from, to] = [place(fromIndex), place(toIndex)]
        return (
          from &&
          to && (
            <path
              key={link.id}
              d={linkPath(from, to, link.linkType)}
              className={styles.link}
              data-near={link.fromId === cursor || link.toId === cursor || undefined}
              markerEnd="url(#timeline-arrow)"
            />
          )
        )
      })}
    </svg>
  )
}

/** Where each item stands; the first place of those that stand in several groups. */
function placesOf(rows: Rows): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index)
    if (row?.kind === 'item' && !places.has(row.item.id)) places.set(row.item.id, index)
  }
  return places
}
