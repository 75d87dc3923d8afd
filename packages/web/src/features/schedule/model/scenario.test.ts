import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { callsOf, NO_CHANGES, readScenario, tried, withTrial } from './scenario.ts'

const at = (text: string) => Date.parse(`${text}:00Z`)
const row = (itemId: string, datesFrom: PlanRowView['datesFrom']) =>
  ({
    ...{ itemId, datesFrom, durationMin: 480 },
    startAt: at('2027-03-01T00:00'),
    finishAt: at('2027-03-03T00:00'),
  }) as PlanRowView // What a scenario looks at.
const rows = [row('a', 'plan'), row('b', 'item')]
const link = {
  id: 'l',
  fromId: 'a',
  toId: 'b',
  kind: 'precedes',
  linkType: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
} as const

test('changes of the same item are one, and the rest of the plan stays as it is', () => {
  const first = withTrial(NO_CHANGES, { itemId: 'a', patch: { durationMin: 960 } })
  const both = withTrial(first, { itemId: 'a', patch: { constraintKind: 'SNET' } })
  expect(both.trials).toEqual([{ itemId: 'a', patch: { durationMin: 960, constraintKind: 'SNET' } }])
  const shown = tried(rows, both.trials)
  expect(shown[0]).toMatchObject({ durationMin: 960, constraintKind: 'SNET' })
  expect(shown[1]).toBe(rows[1])
})

test('kept, it becomes the commands that make it so', () => {
  const scenario = {
    trials: [
      { itemId: 'a', patch: { durationMin: 960 } },
      { itemId: 'b', patch: { startAt: at('2027-03-02T00:00'), finishAt: at('2027-03-04T00:00') } },
      { itemId: 'gone', patch: { durationMin: 1 } },
    ],
    links: [link],
  }
  expect(callsOf(scenario, { rows, containerId: 'p', timeZone: 'UTC' })).toEqual([
    {
      name: 'schedule.changePlanItem',
      input: { containerId: 'p', itemId: 'a', patch: { durationMin: 960 } },
    },
    { name: 'work.changeItem', input: { id: 'b', patch: { startsOn: '2027-03-02', dueOn: '2027-03-03' } } },
    { name: 'work.relateItems', input: link },
  ])
})

test('what the device keeps is read again, and anything else is nothing', () => {
  const scenario = withTrial(NO_CHANGES, { itemId: 'a', patch: { durationMin: 960 } })
  expect(readScenario(JSON.stringify(scenario))).toEqual(scenario)
  expect(readScenario(null)).toBeNull()
  expect(readScenario('{')).toBeNull()
  expect(readScenario('[]')).toBeNull()
})
