import type { PlanRowView } from '@millrace/contract'
import { keepsDates } from '@millrace/core/schedule'
import { writeLength, writeRule } from '../link-notation.ts'
import { lengthDays, spanDays } from '../row-facts.ts'
import { edgeOf } from './constraint-words.ts'
import type { GridColumn, GridGround } from './ground.ts'
import { writeWork } from './read-amount.ts'
import { resourcesText } from './resources-text.ts'

type TextOf = (row: PlanRowView, ground: GridGround) => string

const TEXTS: Readonly<Record<GridColumn, TextOf>> = {
  wbs: ({ wbs }) => wbs,
  title: ({ title }) => title,
  duration: lengthText,
  effort: ({ effortMin }, ground) => (effortMin === null ? '' : writeWork(effortMin, ground)),
  start: (row, { days }) => spanDays(row, days)?.from ?? '',
  finish: (row, { days }) => spanDays(row, days)?.to ?? '',
  percent: ({ percentComplete }) => (percentComplete === 0 ? '' : `${String(percentComplete)}%`),
  before: linksText,
  resources: resourcesText,
  responsible: ({ itemId }, { itemOf, people }) => {
    const responsibleId = itemOf(itemId)?.responsibleId
    return people.find(({ id }) => id === responsibleId)?.name ?? ''
  },
  constraint: ({ constraintKind }, { constraintWords }) =>
    constraintKind === null || constraintKind === 'ASAP' ? '' : constraintWords[constraintKind],
  constraintDay: ({ constraintKind, constraintAt }, { days }) => {
    const edge = constraintKind && edgeOf(constraintKind)
    if (constraintAt === null || !edge) return ''
    return edge === 'start' ? days.dayAt(constraintAt) : days.lastDayOf(constraintAt)
  },
  deadline: ({ deadlineAt }, { days }) => (deadlineAt === null ? '' : days.lastDayOf(deadlineAt)),
  calendar: ({ calendarId }, { calendars }) => calendars.find(({ id }) => id === calendarId)?.name ?? '',
  float: ({ totalFloatMin, isDone }, { letters }) =>
    totalFloatMin === null || isDone ? '' : floatText(totalFloatMin, letters.unit.day),
  cost: ({ costMinor }, { moneyDigits, decimal }) =>
    costMinor === null ? '' : (costMinor / 10 ** moneyDigits).toFixed(moneyDigits).replace('.', decimal),
}

/** What stands in a cell, in the form in which it can be written, copied and pasted. */
export function textOf(column: GridColumn, row: PlanRowView, ground: GridGround): string {
  return TEXTS[column](row, ground)
}

/** Whose dates people gave, or whose duration follows from what is below, shows the worked days of its dates. */
function lengthText(row: PlanRowView, { days, letters }: GridGround): string {
  if (row.durationMin !== null && !keepsDates(row)) {
    return writeLength({ minutes: row.durationMin, isElapsed: row.isElapsed }, letters)
  }
  const length = lengthDays(row, days)
  return length === null ? '' : writeLength({ minutes: length * 480, isElapsed: false }, letters)
}

function linksText({ itemId }: PlanRowView, { linksTo, lineOf, letters }: GridGround): string {
  return (linksTo.get(itemId) ?? [])
    .flatMap((link) => {
      const line = lineOf.get(link.fromId)
      return line === undefined ? [] : [{ line, link }]
    })
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, link }) => `${String(line)}${writeRule(link, letters)}`)
    .join('; ')
}

function floatText(minutes: number, day: string): string {
  return `${String(Math.round(minutes / 48) / 10)}${day}`
}
