import type { PlannedFacts, WorkItem } from '@millrace/core/work'
import { dayOf } from '../../../platform/time-zone.ts'
import { formatMonth } from '../../../ui/index.ts'
import { textsPlanned } from '../texts-planned.ts'
import type { Named } from './custom-groups.ts'
import type { PlannedGroup } from './group-field.ts'
import type { Lookup } from './lookup.ts'

const MONTH_LENGTH = 'YYYY-MM'.length

/** The group an item stands in by what its plan says: a month, yes or no; empty where it says nothing. */
export function plannedGroupKey(item: Pick<WorkItem, 'id'>, group: PlannedGroup, lookup: Lookup): string {
  const planned = lookup.planned?.get(item.id)
  if (!planned) return ''
  if (group === 'critical') return criticalKey(planned)
  const at = planned[MOMENTS[group]]
  return at === null ? '' : dayOf(at, lookup.organisation.timeZone).slice(0, MONTH_LENGTH)
}

const MOMENTS = {
  plannedStart: 'plannedStartAt',
  plannedFinish: 'plannedFinishAt',
  deadline: 'deadlineAt',
} as const satisfies Record<Exclude<PlannedGroup, 'critical'>, keyof PlannedFacts>

function criticalKey({ isCritical }: PlannedFacts): string {
  if (isCritical === null) return ''
  return isCritical ? 'yes' : 'no'
}

/** The groups that some items make, those without a value last. */
export function plannedGroups(
  group: PlannedGroup,
  items: readonly WorkItem[],
  lookup: Lookup,
): readonly Named[] {
  if (group === 'critical')
    return [
      { key: 'yes', label: textsPlanned.critical },
      { key: 'no', label: textsPlanned.notCritical },
      { key: '', label: textsPlanned.unplanned },
    ]
  const months = new Set(items.map((item) => plannedGroupKey(item, group, lookup)))
  months.delete('')
  const named = [...months].toSorted().map((key) => ({ key, label: formatMonth(`${key}-01`) }))
  return [...named, { key: '', label: textsPlanned.undated }]
}
