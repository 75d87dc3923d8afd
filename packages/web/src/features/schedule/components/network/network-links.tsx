import { writeRule } from '../../model/link-notation.ts'
import { linkAnchor } from '../../model/network/anchor.ts'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import type { NetworkArrow } from '../../model/network/network.ts'
import { areaOf, curveOf, wordsAt } from '../../model/network/sizes.ts'
import { linkLetters } from '../link-letters.ts'
import styles from './network.module.css'

type Props = {
  readonly net: DrawnNet
  readonly arrows: readonly NetworkArrow[]
  readonly cursor: number
  readonly isReadable: boolean
}

/** Lines between the boxes. The list says the same. */
export function NetworkLinks({ net, arrows, cursor, isReadable }: Props) {
  const { width, height } = areaOf(net.columns, net.rowCount)
  return (
    <svg className={styles.links} width={width} height={height} aria-hidden>
      <defs>
        <marker
          id="network-arrow"
          viewBox="0 0 6 6"
          refX="5.5"
          refY="3"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 6 3 0 6z" fill="context-stroke" />
        </marker>
      </defs>
      {arrows.map((arrow) => {
        const { link } = arrow
        const [from, to] = [net.places[arrow.from], net.places[arrow.to]]
        const [first, second] = [net.rows[arrow.from], net.rows[arrow.to]]
        if (!from || !to || !first || !second) return null
        const rule = writeRule(link, linkLetters)
        const words = wordsAt(from, to, link)
        return (
          <g key={link.id}>
            <path
              d={curveOf(from, to, link)}
              className={styles.link}
              data-critical={(first.isCritical && second.isCritical) || undefined}
              data-near={arrow.from === cursor || arrow.to === cursor || undefined}
              markerEnd="url(#network-arrow)"
            />
            {isReadable && rule !== '' && (
              <text x={words.x} y={words.y} className={styles.rule} textAnchor={linkAnchor(link.linkType)}>
                {rule}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
