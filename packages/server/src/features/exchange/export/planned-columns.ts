import type { PlannedFacts } from '@millrace/core/work'
import type { ExportColumn } from './export-column.ts'
import { hours } from './export-hours.ts'

/** The columns of what the plan of its project says of an item. */
export function plannedColumns(): readonly ExportColumn[] {
  return [
    moment('plannedStart', 'Planned start', ({ plannedStartAt }) => plannedStartAt),
    moment('plannedFinish', 'Planned finish', ({ plannedFinishAt }) => plannedFinishAt),
    moment('deadline', 'Deadline', ({ deadlineAt }) => deadlineAt),
    {
      ...column('totalFloat', 'Total float (h)', 14),
      field: 'totalFloatHours',
      kind: 'number',
      read: ({ planned }) => hours(planned?.totalFloatMin ?? null),
    },
    {
      ...column('critical', 'Critical', 10),
      kind: 'text',
      read: ({ planned }) => yesOrNo(planned?.isCritical ?? null),
    },
    {
      ...column('percentComplete', 'Complete (%)', 12),
      kind: 'number',
      read: ({ planned }) => planned?.percentComplete ?? null,
    },
  ]
}

function column(id: string, header: string, width: number) {
  return { id, field: id, header, width, fromPlan: true } as const // Known to be true.
}

function moment(id: string, header: string, read: (planned: PlannedFacts) => number | null): ExportColumn {
  return {
    ...column(id, header, 17),
    kind: 'moment',
    read: ({ planned }) => (planned === null ? null : read(planned)),
  }
}

function yesOrNo(fact: boolean | null): string | null {
  if (fact === null) return null
  return fact ? 'yes' : 'no'
}
