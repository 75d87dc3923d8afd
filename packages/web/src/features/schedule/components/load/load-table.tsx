import type { LoadBucket } from '@millrace/core/schedule'
import { useMemo, useState } from 'react'
import { levelOf, percentOf } from '../../model/load/levels.ts'
import { textsLoad } from '../../texts-load.ts'
import { type PlanColumn, type PlanSort, PlanTable } from '../plan-table.tsx'
import { hours, lastOf, shareInWords, whenInWords } from './load-words.ts'
import type { LoadRow } from './use-load.ts'

type Line = { readonly name: string; readonly id: string; readonly last: string; readonly bucket: LoadBucket }

type Props = { readonly rows: readonly LoadRow[]; readonly toOn: string }

/** The load in numbers: every day or week in which there is something to do. */
export function LoadTable({ rows, toOn }: Props) {
  const [sort, setSort] = useState<PlanSort>({ id: 'when', isDescending: false })
  const lines = useMemo(() => linesOf(rows, toOn), [rows, toOn])
  const sorted = useMemo(() => sortedBy(lines, sort), [lines, sort])
  return (
    <PlanTable
      label={textsLoad.load}
      columns={COLUMNS}
      rows={sorted}
      keyOf={(line) => line.id}
      sort={sort}
      onSort={(id) =>
        setSort((before) => ({ id, isDescending: before.id === id ? !before.isDescending : id === 'share' }))
      }
    />
  )
}

const { column } = textsLoad

const COLUMNS: readonly PlanColumn<Line>[] = [
  { id: 'who', name: textsLoad.who, width: 'minmax(140px, 2fr)', isSortable: true, cell: ({ name }) => name },
  {
    id: 'when',
    name: column.when,
    width: 'minmax(120px, 1fr)',
    isSortable: true,
    cell: ({ bucket, last }) => whenInWords(bucket.on, last),
  },
  { id: 'work', name: column.work, width: '90px', align: 'end', cell: ({ bucket }) => hours(bucket.workMin) },
  {
    id: 'capacity',
    name: column.capacity,
    width: '90px',
    align: 'end',
    cell: ({ bucket }) => hours(bucket.capacityMin),
  },
  {
    id: 'share',
    name: column.share,
    width: '90px',
    align: 'end',
    isSortable: true,
    cell: ({ bucket }) => shareInWords(bucket),
  },
  {
    id: 'level',
    name: column.level,
    width: 'minmax(140px, 1fr)',
    cell: ({ bucket }) => textsLoad.level[levelOf(bucket)],
  },
]

function linesOf(rows: readonly LoadRow[], toOn: string): readonly Line[] {
  return rows.flatMap(({ resource, buckets }) =>
    buckets.flatMap((bucket, index) =>
      bucket.workMin === 0
        ? []
        : [
            {
              name: resource.name,
              id: `${resource.id}${bucket.on}`,
              last: lastOf(buckets, index, toOn),
              bucket,
            },
          ],
    ),
  )
}

function sortedBy(lines: readonly Line[], { id, isDescending }: PlanSort): readonly Line[] {
  const share = ({ bucket }: Line) => percentOf(bucket) ?? Number.POSITIVE_INFINITY
  const byTime = (a: Line, b: Line) =>
    a.bucket.on === b.bucket.on ? a.name.localeCompare(b.name) : a.bucket.on < b.bucket.on ? -1 : 1
  const compare = (a: Line, b: Line) => {
    if (id === 'share' && share(a) !== share(b)) return share(a) < share(b) ? -1 : 1
    if (id === 'who' && a.name !== b.name) return a.name.localeCompare(b.name)
    return byTime(a, b)
  }
  return lines.toSorted(isDescending ? (a, b) => compare(b, a) : compare)
}
