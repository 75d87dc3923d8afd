import type { PlanRowView } from '@millrace/contract'
import { keepsDates } from '@millrace/core/schedule'
import { writeLength, writeRule } from '../link-notation.ts'
import { lengthDays, spanDays } from '../row-facts.ts'
import type { GridColumn, GridGround } from './ground.ts'

/** What stands in a cell, in the form in which it can be written, copied and pasted. */
export function textOf(column: GridColumn, row: PlanRowView, ground: GridGround): string {
  switch (column) {
    case 'title':
      return row.title
    case 'duration':
      return lengthText(row, ground)
    case 'start':
      return spanDays(row, ground.days)?.from ?? ''
    case 'finish':
      return spanDays(row, ground.days)?.to ?? ''
    case 'before':
      return linksText(row, ground)
    case 'percent':
      return row.percentComplete === 0 ? '' : `${String(row.percentComplete)}%`
    default: {
      const responsibleId = ground.itemOf(row.itemId)?.responsibleId
      return ground.people.find(({ id }) => id === responsibleId)?.name ?? ''
    }
  }
}

/** Whose dates people gave, or whose duration follows from what is below, shows the worked days of its dates. */
function lengthText(row: PlanRowView, { days, letters }: GridGround): string {
  if (row.durationMin !== null && !keepsDates(row)) {
    return writeLength({ minutes: row.durationMin, isElapsed: row.isElapsed }, letters)
  }
  const length = lengthDays(row, days)
  return length === null ? '' : writeLength({ minutes: length * 480, isElapsed: false }, letters)
}

/** The line of each row, as links name it. */
export function lineOf(rows: readonly PlanRowView[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, index) => [row.itemId, index + 1]))
}

function linksText(row: PlanRowView, { links, rows, letters }: GridGround): string {
  const before = links.filter((link) => link.toId === row.itemId)
  if (before.length === 0) return ''
  return before
    .map((link) => ({ line: rows.findIndex(({ itemId }) => itemId === link.fromId) + 1, link }))
    .filter(({ line }) => line > 0)
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, link }) => `${String(line)}${writeRule(link, letters)}`)
    .join('; ')
}
