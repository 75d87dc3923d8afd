import type { RelationView } from '@millrace/contract'
import { useMemo } from 'react'
import { AxisLinks, type Scale } from '../../../../ui/index.ts'
import { placeBar } from '../../model/bar-place.ts'
import type { Rows } from '../../model/rows.ts'

type Props = {
  readonly links: readonly RelationView[]
  readonly rows: Rows
  readonly visible: readonly { readonly index: number }[]
  readonly scale: Scale
  readonly rowPx: number
  /** Whose links stand out. */
  readonly cursor: string | null
}

/** What items on a time line wait for. Each item lists the same as its relations. */
export function TimelineLinks({ rows, ...axis }: Props) {
  const indexOf = useMemo(() => placesOf(rows), [rows])
  return (
    <AxisLinks
      {...axis}
      indexOf={indexOf}
      barAt={(index) => {
        const row = rows.at(index)
        const bar = row?.kind === 'item' ? placeBar(row.item, axis.scale) : null
        return bar && { startX: bar.left, finishX: bar.left + bar.width }
      }}
      rowCount={rows.length}
    />
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
