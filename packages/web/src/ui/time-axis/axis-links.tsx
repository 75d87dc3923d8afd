import styles from './axis-links.module.css'
import { type BarEnds, type LinkEnds, linkPath } from './link-path.ts'
import type { Scale } from './scale.ts'

type AxisLink = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly linkType: LinkEnds
}

type Props<Link extends AxisLink> = {
  readonly links: readonly Link[]
  /** Where each item stands among the rows. */
  readonly indexOf: ReadonlyMap<string, number>
  /** The edges of the bar in a row. */
  readonly barAt: (index: number) => Omit<BarEnds, 'y'> | null | undefined
  readonly rowCount: number
  readonly rowPx: number
  readonly visible: readonly { readonly index: number }[]
  readonly scale: Scale
  /** Whose links stand out. */
  readonly cursor: string | null
  readonly isCritical?: (link: Link, fromIndex: number, toIndex: number) => boolean
  /** What a link says, and what a click on it does, where it does something. */
  readonly deeds?: { readonly wordsOf: (link: Link) => string; readonly onLink: (link: Link) => void }
}

const ARROW = 'axis-arrow'

/** Lines between bars on a time axis, of which at least one is in sight. The same can be had in words elsewhere. */
export function AxisLinks<Link extends AxisLink>(props: Props<Link>) {
  const { links, indexOf, barAt, rowCount, rowPx, visible, scale, cursor, isCritical, deeds } = props
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  const placeOf = (index: number): BarEnds | null => {
    const bar = barAt(index)
    return bar ? { ...bar, y: index * rowPx + rowPx / 2 } : null
  }
  return (
    <svg
      className={styles.links}
      data-active={deeds !== undefined || undefined}
      width={scale.days * scale.pxPerDay}
      height={rowCount * rowPx}
      aria-hidden
    >
      <defs>
        <marker
          id={ARROW}
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
        const [from, to] = [placeOf(fromIndex), placeOf(toIndex)]
        if (!from || !to) return null
        const path = linkPath(from, to, link.linkType)
        return (
          <g key={link.id} className={styles.group} onClick={deeds && (() => deeds.onLink(link))}>
            {deeds && <title>{deeds.wordsOf(link)}</title>}
            {deeds && <path d={path} className={styles.hit} />}
            <path
              d={path}
              className={styles.link}
              data-critical={isCritical?.(link, fromIndex, toIndex) || undefined}
              data-near={link.fromId === cursor || link.toId === cursor || undefined}
              markerEnd={`url(#${ARROW})`}
            />
          </g>
        )
      })}
    </svg>
  )
}
