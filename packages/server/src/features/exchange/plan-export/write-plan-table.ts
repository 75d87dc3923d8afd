import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import type { Package } from '@millrace/core/schedule'
import { CSV_BOM, guardCell, writeCsvRow } from '@millrace/formats/csv'
import { minorUnitDigits } from '@millrace/formats/dates'
import { localMoment } from '../../../platform/time-zone.ts'
import type { ExportedPlan } from './exported-plan.ts'

type Link = PlanView['links'][number]

const HEADERS = [
  ...['Key', 'WBS', 'Title', 'Start', 'Finish', 'Duration (h)', 'Done (%)', 'Float (h)', 'Critical'],
  ...['Predecessors', 'Constraint', 'Constraint date', 'Deadline', 'Planned by hand', 'Resources', 'Phase'],
  ...['Effort (h)', 'Least effort (h)', 'Most effort (h)', 'Least duration (h)', 'Most duration (h)'],
  ...['Fewest people', 'Most people'],
]

/** A plan as a table: rows in outline order, moments local with their distance to UTC, lengths in hours. */
export function writePlanTable(plan: ExportedPlan): string {
  const cellsOf = cellsIn(plan)
  return [
    CSV_BOM + writeCsvRow([...HEADERS, `Least cost (${plan.currency})`, `Most cost (${plan.currency})`]),
    ...plan.view.rows.map((row) => writeCsvRow(cellsOf(row))),
  ].join('')
}

function cellsIn({
  view,
  timeZone,
  packages,
  currency,
}: ExportedPlan): (row: PlanRowView) => readonly string[] {
  const keys = new Map(view.rows.map(({ itemId, key }) => [itemId, key]))
  const before = Map.groupBy(view.links, ({ toId }) => toId)
  const resources = new Map(view.resources.map(({ id, name }) => [id, name]))
  const assigned = Map.groupBy(view.assignments, ({ itemId }) => itemId)
  const phases = new Map(view.phases.map(({ id, name }) => [id, name]))
  const moment = (at: Instant | null) => (at === null ? '' : localMoment(at, timeZone))
  return (row) => {
    const names = (assigned.get(row.itemId) ?? []).map(({ resourceId, alternatives }) =>
      resourceId === null ? openName(alternatives) : (resources.get(resourceId) ?? ''),
    )
    const links = (before.get(row.itemId) ?? []).map((link) => `${keys.get(link.fromId) ?? ''}${tieOf(link)}`)
    return [
      row.key,
      guardCell(row.wbsCode === '' ? row.wbs : row.wbsCode),
      guardCell(row.title),
      moment(row.startAt),
      moment(row.finishAt),
      hours(row.durationMin),
      String(row.percentComplete),
      hours(row.totalFloatMin),
      row.isCritical ? 'yes' : 'no',
      links.join(', '),
      row.constraintKind ?? '',
      moment(row.constraintAt),
      moment(row.deadlineAt),
      row.isManual ? 'yes' : 'no',
      guardCell(names.join(', ')),
      guardCell(phases.get(row.phaseId ?? '') ?? ''),
      hours(row.effortMin),
      ...rangesOf(packages.get(row.itemId), currency),
    ]
  }
}

/** What a package says: effort, duration, people and cost, the least and the most of each. */
function rangesOf(said: Package | undefined, currency: string): readonly string[] {
  if (!said) return Array.from({ length: 8 }, () => '')
  return [
    ...[hours(said.effortLowMin), hours(said.effortHighMin)],
    ...[hours(said.durationLowMin), hours(said.durationHighMin)],
    ...[count(said.peopleLow), count(said.peopleHigh)],
    ...[money(said.costLowMinor, currency), money(said.costHighMinor, currency)],
  ]
}

function count(people: number | null): string {
  return people === null ? '' : String(people)
}

function money(minor: number | null, currency: string): string {
  const digits = minorUnitDigits(currency)
  return minor === null ? '' : (minor / 10 ** digits).toFixed(digits)
}

/** `?Electrician`: nobody has been chosen yet, as cells of the plan say it. */
function openName(alternatives: PlanView['assignments'][number]['alternatives']): string {
  return alternatives?.kind === 'skill' ? `?${alternatives.skill}` : ''
}

/** `FS+16h`, `SS-50%`: kind and lag of a link, as the import reads them. */
function tieOf({ linkType, lag, lagUnit }: Link): string {
  if (lag === 0) return linkType
  const sign = lag > 0 ? '+' : ''
  if (lagUnit === 'percent') return `${linkType}${sign}${lag}%`
  return `${linkType}${sign}${hours(lag)}${lagUnit === 'elapsedMin' ? 'eh' : 'h'}`
}

function hours(minutes: number | null): string {
  return minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100)
}
