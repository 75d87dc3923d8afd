import type { PlanRowView } from '@millrace/contract'
import type { Call } from '../../../../platform/store/index.ts'
import { isWrong, type Written } from './cell-change.ts'
import { textOf } from './cell-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround, understood, type Wrong } from './ground.ts'
import { callsOfChange, type PlainColumn, writeCell } from './write-cell.ts'
import { writeConstraintOn } from './write-constraint.ts'

/** A cell that is to be written: what stood there, what is to stand there, and why it cannot. */
export type WrittenCell = {
  readonly column: GridColumn
  readonly before: string
  readonly text: string
  readonly wrong: Wrong | null
}

/** What stands in the cells of a line. */
export type Texts = ReadonlyMap<GridColumn, string>

/** What writing a line does. */
export type WrittenLine = {
  readonly calls: readonly Call[]
  readonly cells: readonly WrittenCell[]
  /** What is said again at the end: where duration, effort and shares do not fit together, the duration counts. */
  readonly last?: readonly Call[]
}

/** Writes some cells of a row, all but what it comes after. Only cells that say something new are told. */
export function writeRow(row: PlanRowView, texts: Texts, ground: GridGround): WrittenLine {
  const calls: Call[] = []
  const cells: WrittenCell[] = []
  const take = (column: PlainColumn, text: string, written: Written) => {
    if (written === null) return
    const wrong = isWrong(written) ? written : null
    const said = understood(column, text.trim(), ground)
    cells.push({ column, before: textOf(column, row, ground), text: said, wrong })
    if (!isWrong(written)) calls.push(...callsOfChange(row.itemId, written, ground))
  }
  const pair = constraintPair(row, texts, ground)
  for (const column of GRID_COLUMNS) {
    const text = texts.get(column)
    if (column === 'before' || text === undefined) continue
    if (pair && column === 'constraint') take(column, text, pair.written)
    else if (pair && column === 'constraintDay') take(column, text, pair.isDayNew ? {} : null)
    else take(column, text, writeCell(column, text, { row, ground }))
  }
  return { calls, cells, last: saysWork(cells) ? calls.filter(isDuration) : [] }
}

function saysWork(cells: readonly WrittenCell[]): boolean {
  return cells.some(({ column, wrong }) => wrong === null && (column === 'effort' || column === 'resources'))
}

function isDuration(call: Call): boolean {
  return call.name === 'schedule.changePlanItem' && typeof call.input.patch.durationMin === 'number'
}

/** A constraint that comes with its day is said with it at once. */
function constraintPair(row: PlanRowView, texts: Texts, ground: GridGround) {
  const kind = texts.get('constraint')?.trim() ?? ''
  const day = texts.get('constraintDay')?.trim() ?? ''
  const isSame = (column: 'constraint' | 'constraintDay', text: string) =>
    text === textOf(column, row, ground)
  if (kind === '' || day === '' || isSame('constraint', kind)) return null
  const written = writeConstraintOn({ kind, day }, { row, ground })
  return { written, isDayNew: written !== null && !isWrong(written) && !isSame('constraintDay', day) }
}
