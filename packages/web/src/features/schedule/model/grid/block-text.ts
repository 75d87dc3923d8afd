import type { PlanRowView } from '@millrace/contract'
import { guardCell } from '@millrace/formats/csv'
import { writeTable } from '../../../../platform/table-text.ts'
import type { Block } from './cell-place.ts'
import { textOf } from './cell-text.ts'
import { type GridColumn, type GridGround, isReadColumn } from './ground.ts'
import { SAID_BY_SUMMARIES } from './write-cell.ts'
import { planLines, type Writing } from './write-lines.ts'

/** Two blanks a level, which spreadsheets keep. */
const INDENT = '  '
/** Texts that people chose: none of them is a formula. */
const FREE: ReadonlySet<GridColumn> = new Set(['title', 'resources', 'responsible', 'calendar'])

/** A block of cells as a text that can be pasted into a spreadsheet, and back: deeper titles are indented. */
export function blockText(block: Block, rows: readonly PlanRowView[], ground: GridGround): string {
  const lines = rows.slice(block.firstLine, block.lastLine + 1)
  const top = Math.min(...lines.map(({ level }) => level))
  return writeTable(
    lines.map((row) =>
      block.columns.map((column) => {
        const text = textOf(column, row, ground)
        const guarded = FREE.has(column) ? guardCell(text) : text
        return column === 'title' ? INDENT.repeat(row.level - top) + guarded : guarded
      }),
    ),
  )
}

/** What the first line of a block says is said by all of it. */
export function planFillDown(block: Block, rows: readonly PlanRowView[], ground: GridGround): Writing {
  const [first, ...others] = rows.slice(block.firstLine, block.lastLine + 1)
  if (!first) return planLines([], ground)
  const texts = new Map(
    block.columns
      .filter((column) => !isReadColumn(column))
      .map((column) => [column, textOf(column, first, ground)]),
  )
  return planLines(
    others.map((row) => ({ row, itemId: row.itemId, texts })),
    ground,
  )
}

/** Takes away what the cells of a block say. Titles stay, unless nothing else is meant. */
export function planClear(block: Block, rows: readonly PlanRowView[], ground: GridGround): Writing {
  const isTitle = block.columns.length === 1
  const columns = block.columns.filter((column) => !isReadColumn(column) && (isTitle || column !== 'title'))
  const texts = new Map(columns.map((column) => [column, '']))
  return planLines(
    rows
      .slice(block.firstLine, block.lastLine + 1)
      // What a summary shows it has from what lies under it.
      .map((row) => ({ row, itemId: row.itemId, texts: row.isSummary ? ofSummary(texts) : texts })),
    ground,
  )
}

function ofSummary(texts: ReadonlyMap<GridColumn, string>): ReadonlyMap<GridColumn, string> {
  return new Map([...texts].filter(([column]) => column === 'before' || SAID_BY_SUMMARIES.has(column)))
}
