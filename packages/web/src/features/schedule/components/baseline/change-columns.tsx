import type { Change } from '../../model/baseline/compare.ts'
import { COMPARED, type Compared } from '../../model/baseline/order.ts'
import { textsBaseline } from '../../texts-baseline.ts'
import type { PlanColumn } from '../plan-table.tsx'
import styles from './baseline.module.css'
import { differenceInWords, valueInWords } from './change-words.ts'

/** What has values then and now; not everything has all of them. */
export type Changed = { readonly [Kind in Compared]?: Change<string | number> }

const WIDTHS: Readonly<Record<Compared, readonly [value: string, difference: string]>> = {
  start: ['100px', '76px'],
  finish: ['100px', '76px'],
  days: ['84px', '70px'],
  effortMin: ['106px', '90px'],
  costMinor: ['124px', '116px'],
}

/** Which values a baseline knows at all: one without costs shows no columns for them. */
export function occurring(rows: readonly Changed[]): readonly Compared[] {
  return COMPARED.filter((kind) => rows.some((row) => row[kind]?.was != null))
}

/** Then, now and the difference of each value, side by side. */
export function changeColumns(kinds: readonly Compared[], currency: string): readonly PlanColumn<Changed>[] {
  return kinds.flatMap((kind): readonly PlanColumn<Changed>[] => {
    const name = textsBaseline.value[kind]
    const [width, differenceWidth] = WIDTHS[kind]
    const words = (value: string | number | null | undefined) => valueInWords(kind, value ?? null, currency)
    return [
      {
        ...{ id: `${kind}.was`, name: textsBaseline.was(name), width, align: 'end' as const },
        cell: (row) => <span className={styles.then}>{words(row[kind]?.was)}</span>,
      },
      {
        ...{ id: `${kind}.now`, name: textsBaseline.is(name), width, align: 'end' as const },
        cell: (row) => words(row[kind]?.is),
      },
      {
        ...{ id: kind, name: textsBaseline.difference(name), width: differenceWidth, align: 'end' as const },
        isSortable: true,
        cell: (row) => <Difference kind={kind} by={row[kind]?.by ?? null} currency={currency} />,
      },
    ]
  })
}

type DifferenceProps = { readonly kind: Compared; readonly by: number | null; readonly currency: string }

function Difference({ kind, by, currency }: DifferenceProps) {
  return (
    <span
      className={styles.difference}
      data-more={(by ?? 0) > 0 || undefined}
      data-none={by === 0 || undefined}
    >
      {differenceInWords(kind, by, currency)}
    </span>
  )
}
