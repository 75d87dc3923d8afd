import type { PlannedFacts } from '@millrace/core/work'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, formatEffort } from '../../../../ui/index.ts'
import { textsPlanned } from '../../texts-planned.ts'
import type { Lookup } from '../lookup.ts'
import { type Column, readOnly } from './column.ts'

type PlannedField = keyof typeof textsPlanned.field

/** Columns of what the plan of its project says of an item, named as queries name it. */
export const PLANNED_COLUMNS: readonly Column[] = [
  dayColumn('plannedStart', ({ plannedStartAt }) => plannedStartAt),
  dayColumn('plannedFinish', ({ plannedFinishAt }) => plannedFinishAt),
  dayColumn('deadline', ({ deadlineAt }) => deadlineAt),
  {
    ...column('totalFloat', 110, ({ totalFloatMin }) =>
      totalFloatMin === null ? '' : floatWords(totalFloatMin),
    ),
    align: 'end',
  },
  column('critical', 90, ({ isCritical }) => (isCritical ? textsPlanned.critical : '')),
  {
    ...column('percentComplete', 90, ({ percentComplete }) =>
      percentComplete === null ? '' : textsPlanned.percent(percentComplete),
    ),
    align: 'end',
  },
]

const NAMES: ReadonlySet<string> = new Set(PLANNED_COLUMNS.map(({ id }) => id))

/** Whether a column, order or group of this name follows from what plans say. */
export function isPlannedField(name: string): boolean {
  return NAMES.has(name)
}

function column(
  id: PlannedField,
  width: number,
  say: (planned: PlannedFacts, lookup: Lookup) => string,
): Column {
  return readOnly({
    id,
    name: textsPlanned.field[id],
    width,
    sort: id,
    text: (item, lookup) => {
      const planned = lookup.planned?.get(item.id)
      return planned ? say(planned, lookup) : ''
    },
  })
}

function dayColumn(id: PlannedField, read: (planned: PlannedFacts) => number | null): Column {
  return column(id, 116, (planned, { organisation }) => {
    const at = read(planned)
    return at === null ? '' : formatDay(dayOf(at, organisation.timeZone))
  })
}

/** A true minus sign, as sums have it. */
function floatWords(minutes: number): string {
  return minutes < 0 ? `−${formatEffort(-minutes)}` : formatEffort(minutes)
}
