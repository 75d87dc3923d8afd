import type { PlanRowView } from '@millrace/contract'
import { unguardCell } from '@millrace/formats/csv'
import { readTable } from '../../../../platform/table-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround, isReadColumn } from './ground.ts'
import { headerOf, type PastedColumn } from './header-names.ts'
import { levelsInPlan, levelsOf } from './paste-levels.ts'
import { orderOfDays, readPastedDay } from './read-day.ts'
import { type LineTarget, planLines, type Writing } from './write-lines.ts'

/** What pasting will do, to be looked at before it is done. */
export type Pasting = Writing & {
  /** Columns of the table that say nothing the plan could take: unknown ones, and those that follow from others. */
  readonly passedOver: readonly string[]
}

/** Where a block is pasted. */
export type PastePlace = {
  /** The lines that are shown. */
  readonly rows: readonly PlanRowView[]
  readonly line: number
  readonly column: GridColumn
  /** The columns that are shown. */
  readonly columns: readonly GridColumn[]
  /** What the columns are called on the page. */
  readonly names: Readonly<Record<GridColumn, string>>
}

type Cells = ReadonlyMap<PastedColumn, string>
type PastedRow = { readonly row: PlanRowView | null; readonly cells: Cells }

/**
 * What a block from a spreadsheet does when it is pasted at a place: it changes the lines from there on, and makes new
 * items of those beyond the last. A first line that names columns says where the others go; levels, numbers of the
 * outline or indented titles make the hierarchy.
 */
export function planPaste(text: string, place: PastePlace, ground: GridGround): Pasting {
  const [first = [], ...rest] = readTable(text)
  const header = headerOf(first, place.names)
  const columns = header ?? place.columns.slice(place.columns.indexOf(place.column))
  const pasted = rowsOf(header ? rest : [first, ...rest], columns, place)
  const told = levelsOf(
    pasted.map(({ cells }) => {
      return { title: cells.get('title'), level: cells.get('level'), wbs: cells.get('wbs') }
    }),
  )
  const levels = levelsInPlan(told, pasted[0]?.row ?? null)
  const targets = pasted.map(({ row, cells }, index): LineTarget => {
    return {
      ...{ row, itemId: row?.itemId ?? ground.newId(), level: levels?.[index] ?? null },
      ...{ texts: textsOf(cells, header !== null || row === null), names: namesOf(cells) },
    }
  })
  const passedOver = header
    ? first.filter((name, index) => name.trim() !== '' && isPassedOver(header[index] ?? null))
    : []
  return { ...planLines(targets, dated(pasted, ground)), passedOver }
}

function isPassedOver(column: PastedColumn | null): boolean {
  return column === null || column === 'float' || column === 'cost'
}

function rowsOf(
  block: readonly (readonly string[])[],
  columns: readonly (PastedColumn | null)[],
  place: PastePlace,
): readonly PastedRow[] {
  return block.flatMap((line, index): readonly PastedRow[] => {
    const row = place.rows[place.line + index] ?? null
    const cells = new Map<PastedColumn, string>()
    columns.forEach((column, at) => {
      const cell = line[at]
      if (column && cell !== undefined) cells.set(column, cellOf(column, cell))
    })
    // An empty line between others says nothing about an item with a title.
    const isEmpty = [...cells.values()].every((cell) => cell.trim() === '')
    return isEmpty && (row === null || cells.has('title')) ? [] : [{ row, cells }]
  })
}

/** The blanks in front of a title stay: they say how deep it lies. */
function cellOf(column: PastedColumn, cell: string): string {
  const text = cell.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ')
  const blanks = column === 'title' ? cell.slice(0, cell.length - cell.trimStart().length) : ''
  return blanks + unguardCell(text)
}

/**
 * What is written into cells: the number in the outline says where a line lies, and of figures that follow from others
 * a table says how they were once.
 */
function textsOf(cells: Cells, isTable: boolean): LineTarget['texts'] {
  return new Map(
    GRID_COLUMNS.flatMap((column) => {
      const text = cells.get(column)
      const isLeftOut = column === 'wbs' || (isTable && isReadColumn(column))
      return text === undefined || isLeftOut ? [] : [[column, text] as const]
    }),
  )
}

/** How the table itself names a line: by a number of its own, or by its number in the outline. */
function namesOf(cells: Cells): readonly string[] {
  const wbs = cells.get('wbs') ?? ''
  return [cells.get('number') ?? '', wbs.includes('.') ? wbs : ''].filter((name) => name !== '')
}

/** Days in numbers are read as all of the table mean them. */
function dated(pasted: readonly PastedRow[], ground: GridGround): GridGround {
  const columns = ['start', 'finish', 'constraintDay', 'deadline'] as const
  const order = orderOfDays(
    pasted.flatMap(({ cells }) => columns.flatMap((column) => cells.get(column) ?? [])),
  )
  return { ...ground, readDay: (text) => readPastedDay(text, ground.readDay, order) }
}
