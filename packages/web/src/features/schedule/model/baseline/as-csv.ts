import { guardCell, writeCsvRow } from '@millrace/formats/csv'
import type { Change, Comparison } from './compare.ts'
import { COMPARED } from './order.ts'

type Words = {
  readonly key: string
  readonly title: string
  readonly was: (name: string) => string
  readonly is: (name: string) => string
  readonly difference: (name: string) => string
  readonly value: Readonly<Record<(typeof COMPARED)[number], string>>
}

/**
 * A comparison as a table for spreadsheets: days as YYYY-MM-DD, lengths in working days, effort in hours, money in
 * whole units of the currency.
 *
 * @param minorPerUnit 100 where a unit has cents
 */
export function comparisonsAsCsv(rows: readonly Comparison[], words: Words, minorPerUnit: number): string {
  const head = COMPARED.flatMap((kind) =>
    [words.was, words.is, words.difference].map((say) => say(words.value[kind])),
  )
  const sizes = { start: 1, finish: 1, days: 1, effortMin: 60, costMinor: minorPerUnit } as const
  return [
    writeCsvRow([words.key, words.title, ...head]),
    ...rows.map((each) =>
      writeCsvRow([
        each.row.key,
        guardCell(each.row.title),
        ...COMPARED.flatMap((kind) => cellsOf(each[kind], sizes[kind])),
      ]),
    ),
  ].join('')
}

function cellsOf({ was, is, by }: Change<string | number>, size: number): readonly string[] {
  // A difference of days is a number of days already.
  const bySize = typeof (was ?? is) === 'string' ? 1 : size
  return [asCell(was, size), asCell(is, size), asCell(by, bySize)]
}

function asCell(value: string | number | null, size: number): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : String(value / size)
}
