import type { ServiceLevelView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { draftOf, inputOf, saidBy } from './level-draft.ts'

const level: ServiceLevelView = {
  ...{
    id: 'l',
    containerId: 'c',
    stepId: 's',
    goal: 'PT4H',
    deadline: 'P2D',
    counts: 'working',
    calendarId: 'k',
  },
  ...{ warnPercent: 50, pausesWaiting: true, version: 3, months: [], ifStartedNow: null },
  standing: { running: 0, paused: 0, atRisk: 0, breached: 0, kept: 0, late: 0, missed: 0 },
  escalations: [
    { at: 'warning', kind: 'tell', to: { kind: 'team', teamId: 't' } },
    { at: 'goal', kind: 'tell', to: { kind: 'starter' } },
    { at: 'deadline', kind: 'raise-priority' },
    { at: 'deadline', kind: 'add-item', title: 'Call the customer' },
  ],
}

test('a level that is shown in a form and saved as it is stays as it is', () => {
  const { id, containerId, ...said } = inputOf(level)
  expect([id, containerId]).toEqual(['l', 'c'])
  expect(saidBy(draftOf(level))).toEqual(said)
})

test('what is not said yet cannot be saved', () => {
  const draft = draftOf(null)
  expect(saidBy(draft)).not.toBeNull()
  expect(saidBy({ ...draft, deadline: { count: 0, unit: 'days' } })).toBeNull()
  const nobody = { key: '1', at: 'deadline', act: 'person', what: '' } as const
  expect(saidBy({ ...draft, escalations: [nobody] })).toBeNull()
})
