import type { PlanRowView, RelationView } from '@millrace/contract'
import { useMemo } from 'react'
import { AxisLinks, type Scale } from '../../../ui/index.ts'
import { barSpan } from '../model/bar-span.ts'

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

/** The links of a plan. A menu of each row, and the keys, lead to the same in words. */
export function PlanLinks({ rows, showsCritical, wordsOf, onLink, ...axis }: Props) {
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.itemId, index])), [rows])
  return (
    <AxisLinks
      {...axis}
      indexOf={indexOf}
      barAt={(index) => {
        const row = rows[index]
        return row && barSpan(row, axis.scale)
      }}
      rowCount={rows.length}
      isCritical={(link, from, to) => showsCritical && isDriving(rows[from], rows[to], link.id)}
      deeds={{ wordsOf, onLink }}
    />
  )
}

/** Whether a link holds the finish of the plan: what it ties is critical, and it sets the start of the second. */
function isDriving(from: PlanRowView | undefined, to: PlanRowView | undefined, linkId: string): boolean {
  return from?.isCritical === true && to?.isCritical === true && to.reason?.id === linkId
}
