import type { PlanRowView, RelationView } from '@millrace/contract'
import { useMemo } from 'react'
import { linkPath, type Scale } from '../../../ui/index.ts'
import { barSpan } from '../model/bar-span.ts'
import styles from './schedule.module.css'

type Props = {
  readonly links: readonly RelationView[]
  readonly rows: readonly PlanRowView[]
  readonly visible: readonly { readonly index: number }[]
  readonly scale: Scale
  readonly rowPx: number
  readonly showsCritical: boolean
  /** Whose links stand out. */
  readonly cursor: string | null
  readonly wordsOf: (link: RelationView) => string
  /** Opens what a link says. */
  readonly onLink: (link: RelationView) => void
}

/** Lines between bars of which at least one is in sight. A menu of each row, and the keys, lead to the same in words. */
export function PlanLinks({ links, rows, visible, scale, rowPx, showsCritical, cursor, ...props }: Props) {
  const indexById = useMemo(() => new Map(rows.map((row, index) => [row.itemId, index])), [rows])
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  const place = (index: number) => {
    const row = rows[index]
    const span = row && barSpan(row, scale)
    return span && { ...span, y: index * rowPx + rowPx / 2 }
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
          id="plan-arrow"
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
        const [fromIndex, toIndex] = [indexById.get(link.fromId), indexById.get(link.toId)]
        if (fromIndex === undefined || toIndex === undefined) return null
        if (Math.max(fromIndex, toIndex) < first || Math.min(fromIndex, toIndex) > last) return null
        const [from, to] = [place(fromIndex), place(toIndex)]
        return (
          from &&
          to && (
            <g key={link.id} className={styles.linkGroup} onClick={() => props.onLink(link)}>
              <title>{props.wordsOf(link)}</title>
              <path d={linkPath(from, to, link.linkType)} className={styles.linkHit} />
              <path
                d={linkPath(from, to, link.linkType)}
                className={styles.link}
                data-critical={
                  (showsCritical && isDriving(rows[fromIndex], rows[toIndex], link.id)) || undefined
                }
                data-near={link.fromId === cursor || link.toId === cursor || undefined}
                markerEnd="url(#plan-arrow)"
              />
            </g>
          )
        )
      })}
    </svg>
  )
}

/** Whether a link holds the finish of the plan: what it ties is critical, and it sets the start of the second. */
function isDriving(from: PlanRowView | undefined, to: PlanRowView | undefined, linkId: string): boolean {
  return from?.isCritical === true && to?.isCritical === true && to.reason?.id === linkId
}
