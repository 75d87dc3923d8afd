import { ProjectCalculation } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { type KnownPlan, PlanMemory } from './plan-memory.ts'

const known: KnownPlan = {
  version: 1,
  plan: {
    ...{ works: new Map(), rows: [], links: [], resources: [], assignments: [], calendars: [] },
    settings: {
      ...{ isScheduled: true, startsAt: null, startAt: 0, isCurrent: true, refusal: null },
      ...{ statusAt: null, calendarId: null, lagCalendar: 'project', precedence: 'logic' },
      ...{ progressRule: 'retained', criticalMin: 0, nearCriticalMin: 0 },
    },
    ...{ timeZone: 'UTC', laterPhaseIds: new Set() },
  },
  calculation: new ProjectCalculation(),
  calculated: { dates: [], conflicts: [] },
  unsure: new Set(),
}

test('a plan is known to its own organisation, and taken once', () => {
  const memory = new PlanMemory()
  const project = { organisationId: 'mill', projectId: 'tower' }
  memory.keep(project, known)
  expect(memory.take({ ...project, organisationId: 'bakery' })).toBeNull()
  expect(memory.take(project)).toBe(known)
  expect(memory.take(project)).toBeNull()
})
