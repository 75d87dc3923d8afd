import type { ImportColumn } from '@millrace/contract'
import { type DateOrder, type DecimalMark, inferDateOrder, inferDecimalMark } from '@millrace/formats/dates'
import { type LabelMatcher, splitLabels } from '../match-labels.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import { linkRows, type RowLink } from './link-rows.ts'
import type { TableRows } from './read-rows.ts'
import { orderRows, type RowOrder } from './row-order.ts'
import { cellOf, sortColumns, type TableColumns } from './table-columns.ts'

/** What only a whole table can say. */
export type TableSurvey = RowOrder & {
  readonly columns: TableColumns
  readonly lines: Int32Array
  /** Dependencies between rows, without circles. */
  readonly links: readonly RowLink[]
  /** The order of day and month of each date column that has one. */
  readonly dateOrders: ReadonlyMap<number, DateOrder>
  /** The decimal mark of each column of numbers that has one. */
  readonly marks: ReadonlyMap<number, DecimalMark>
}

/** What surveying a table needs besides it. */
export type SurveyTools = {
  readonly mapping: readonly ImportColumn[]
  /** Custom fields with numbers or dates in them. */
  readonly numberColumns: readonly number[]
  readonly dateColumns: readonly number[]
  readonly personColumns: readonly number[]
  readonly people: PeopleMatcher
  readonly labels: LabelMatcher
  readonly tell: (problem: Problem) => void
}

/** Enough to see which order of day and month a column has. */
const SAMPLES = 20_000

/** Walks through a table once, for everything that a row alone cannot know. */
export async function surveyTable(table: TableRows, tools: SurveyTools): Promise<TableSurvey> {
  const walk = new SurveyWalk(tools)
  for await (const rows of table.pieces) {
    walk.columns ??= sortColumns(tools.mapping, table.reader.shape()?.columns ?? [])
    for (const row of rows) walk.take(row, walk.columns)
  }
  return walk.finish(walk.columns ?? sortColumns(tools.mapping, table.reader.shape()?.columns ?? []))
}

class SurveyWalk {
  columns: TableColumns | undefined
  readonly #tools: SurveyTools
  readonly #lines: number[] = []
  readonly #rowOfKey = new Map<string, number>()
  readonly #rowOfTitle = new Map<string, number>()
  readonly #parentTexts = new Map<number, string>()
  readonly #linkTexts = new Map<number, string>()
  readonly #samples: ReadonlyMap<number, string[]>

  constructor(tools: SurveyTools) {
    this.#tools = tools
    this.#samples = new Map([...tools.dateColumns, ...tools.numberColumns].map((column) => [column, []]))
  }

  take(row: { readonly line: number; readonly cells: readonly string[] }, columns: TableColumns): void {
    const { cells, line } = row
    const index = this.#lines.push(line) - 1
    this.#takeNames(index, row, columns)
    const parent = cellOf(cells, columns.of('parent'))
    if (parent !== '') this.#parentTexts.set(index, parent)
    const predecessors = cellOf(cells, columns.of('predecessors'))
    if (predecessors !== '') this.#linkTexts.set(index, predecessors)
    for (const [column, samples] of this.#samples) {
      const cell = (cells[column] ?? '').trim()
      if (cell !== '' && samples.length < SAMPLES) samples.push(cell)
    }
    // Whoever is met here is known before the first item is made.
    const quietly = { line, tell: () => {} }
    for (const column of this.#tools.personColumns)
      this.#tools.people.find({ name: cells[column] ?? '' }, quietly)
    for (const column of columns.labels)
      for (const name of splitLabels(cells[column.column] ?? '')) this.#tools.labels.find(name)
  }

  finish(columns: TableColumns): TableSurvey {
    const { tell } = this.#tools
    const lines = Int32Array.from(this.#lines)
    const find = (text: string) => this.#rowOfKey.get(text) ?? this.#rowOfTitle.get(text)
    const order = orderRows(this.#parentRows(lines, find), { lines, tell })
    const links = linkRows(this.#linkTexts, { lines, find, tell })
    return { columns, lines, links, ...order, ...this.#conventions() }
  }

  #takeNames(
    index: number,
    { cells, line }: { readonly line: number; readonly cells: readonly string[] },
    columns: TableColumns,
  ): void {
    const key = cellOf(cells, columns.of('key'))
    const before = this.#rowOfKey.get(key)
    if (key !== '' && before === undefined) this.#rowOfKey.set(key, index)
    if (before !== undefined) {
      const params = { key, line: this.#lines[before] ?? 0 }
      this.#tools.tell({ code: 'import.key_twice', severity: 'warning', line, params })
    }
    if (!columns.of('parent') && !columns.of('predecessors')) return
    const title = cellOf(cells, columns.of('title'))
    if (title !== '' && !this.#rowOfTitle.has(title)) this.#rowOfTitle.set(title, index)
  }

  #parentRows(lines: Int32Array, find: (text: string) => number | undefined): Int32Array {
    const wanted = new Int32Array(lines.length).fill(-1)
    for (const [index, text] of this.#parentTexts) {
      const parent = find(text)
      if (parent !== undefined && parent !== index) {
        wanted[index] = parent
        continue
      }
      const code = parent === index ? 'import.parent_itself' : 'import.parent_unknown'
      const line = lines[index] ?? null
      this.#tools.tell({ code, severity: 'warning', line, params: { parent: text.slice(0, 80) } })
    }
    return wanted
  }

  #conventions(): Pick<TableSurvey, 'dateOrders' | 'marks'> {
    const { mapping, dateColumns, numberColumns } = this.#tools
    const given = new Map(
      mapping.flatMap(({ column, dateOrder }) => (dateOrder ? [[column, dateOrder]] : [])),
    )
    const dateOrders = dateColumns.flatMap((column): [number, DateOrder][] => {
      const found = inferDateOrder(this.#samples.get(column) ?? [])
      const order = given.get(column) ?? ('order' in found ? found.order : undefined)
      return order ? [[column, order]] : []
    })
    const marks = numberColumns.flatMap((column): [number, DecimalMark][] => {
      const found = inferDecimalMark(this.#samples.get(column) ?? [])
      return 'mark' in found ? [[column, found.mark]] : []
    })
    return { dateOrders: new Map(dateOrders), marks: new Map(marks) }
  }
}
