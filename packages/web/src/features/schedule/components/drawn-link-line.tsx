import type { DrawnLink } from '../hooks/use-draw-link.ts'
import { linkTypeOf } from '../model/link-type.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = { readonly drawn: DrawnLink; readonly titleOf: (itemId: string) => string }

/** The link that is being drawn, from its bar to the pointer, and what it would say. */
export function DrawnLinkLine({ drawn: { from, to, over }, titleOf }: Props) {
  return (
    <svg className={styles.drawn} aria-hidden>
      <path d={`M${String(from.x)} ${String(from.y)}L${String(to.x)} ${String(to.y)}`} />
      {over && (
        <text x={to.x + 12} y={to.y - 8}>
          {texts.linkTypes[linkTypeOf(from.end, over.end)]}: {titleOf(over.itemId)}
        </text>
      )}
    </svg>
  )
}
