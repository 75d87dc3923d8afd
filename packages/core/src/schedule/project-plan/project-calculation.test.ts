import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProjectCalculation } from './project-calculation.ts'
import type { ProjectLink, ProjectPlan, ProjectRow } from './project-plan.ts'
import { projectAssignment, projectResource } from './testing/small-project.ts'
import { workingMinutes } from './to-plan-input.ts'

const MONDAY = Date.parse('2027-03-01T00:00:00Z')
const HOUR = 3_600_000
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * HOUR

function row(itemId: string, values: Partial<ProjectRow> = {}): ProjectRow {
  return {
    itemId,
    parentId: null,
    isSummary: false,
    isMilestone: false,
    isDone: false,
    effortMin: null,
    startAt: null,
    finishAt: null,
    datesFrom: null,
    durationMin: null,
    isElapsed: false,
    isHammock: false,
    taskType: 'units',
    percentComplete: 0,
    isManual: false,
    constraintKind: null,
    constraintAt: null,
    deadlineAt: null,
    levelledAt: null,
    calendarId: null,
    startedAt: null,
    finishedAt: null,
    actualStartAt: null,
    actualFinishAt: null,
    remainingMin: null,
    splits: [],
    resumeAt: null,
    phaseId: null,
    ...values,
  }
}

const link = (fromId: string, toId: string): ProjectLink => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  linkType: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
})

const project = (
  rows: readonly ProjectRow[],
  links: readonly ProjectLink[] = [],
  more: Partial<ProjectPlan> = {},
): ProjectPlan => ({
  rows,
  links,
  calendars: [],
  resources: [],
  assignments: [],
  settings: {
    isScheduled: true,
    startAt: MONDAY,
    statusAt: null,
    calendarId: null,
    lagCalendar: 'project',
    precedence: 'logic',
    progressRule: 'retained',
    criticalMin: 0,
    nearCriticalMin: 0,
  },
  timeZone: 'UTC',
  laterPhaseIds: new Set(),
  ...more,
})

function spans(plan: ProjectPlan): Readonly<Record<string, string>> {
  const planned = new ProjectCalculation().place(plan)
  if (!planned.ok) throw new Error(planned.refusal.code)
  const words = (moment: number) => new Date(moment).toISOString().slice(5, 16)
  return Object.fromEntries(
    planned.value.map(({ itemId, startAt, finishAt }) => [itemId, `${words(startAt)} ${words(finishAt)}`]),
  )
}

test('work takes its duration, else its effort, else a day, and follows its links', () => {
  const rows = [row('a', { durationMin: 960 }), row('b', { effortMin: 240 }), row('c')]
  expect(spans(project(rows, [link('a', 'b'), link('b', 'c')]))).toEqual({
    a: '03-01T08:00 03-02T17:00',
    b: '03-03T08:00 03-03T12:00',
    c: '03-03T13:00 03-04T12:00',
  })
})

test('what has neither date, duration, effort nor link has no place in time yet', () => {
  expect(spans(project([row('loose'), row('empty', { isSummary: true })]))).toEqual({})
})

test('an item that people gave dates keeps them and pushes what follows', () => {
  const dated = row('dated', {
    startAt: at('2027-03-10'),
    finishAt: at('2027-03-12'),
    datesFrom: 'item',
  })
  expect(spans(project([dated, row('after')], [link('dated', 'after')]))).toMatchObject({
    dated: '03-10T00:00 03-12T00:00',
    after: '03-12T08:00 03-12T17:00',
  })
})

test('a summary spans what is under it, and comes only with something dated', () => {
  const rows = [
    row('part', { isSummary: true }),
    row('one', { parentId: 'part', durationMin: 480 }),
    row('two', { parentId: 'part', durationMin: 480 }),
  ]
  expect(spans(project(rows, [link('one', 'two')]))).toMatchObject({ part: '03-01T08:00 03-02T17:00' })
})

test('done work keeps what happened, and work in progress the rest of its duration', () => {
  const done = row('done', {
    isDone: true,
    durationMin: 480,
    startAt: at('2027-03-01', 8),
    finishAt: at('2027-03-01', 17),
    datesFrom: 'plan',
    actualStartAt: at('2027-03-01', 8),
    actualFinishAt: at('2027-03-04', 12),
  })
  const begun = row('begun', {
    durationMin: 960,
    percentComplete: 50,
    startAt: at('2027-03-02', 8),
    finishAt: at('2027-03-03', 17),
    datesFrom: 'plan',
    actualStartAt: at('2027-03-02', 8),
  })
  const rows = [done, begun, row('after', { durationMin: 480 })]
  const { settings } = project([])
  const plan = project(rows, [link('done', 'after'), link('begun', 'after')], {
    settings: { ...settings, statusAt: at('2027-03-04', 8) },
  })
  expect(spans(plan)).toEqual({
    done: '03-01T08:00 03-04T12:00',
    begun: '03-02T08:00 03-04T17:00',
    after: '03-05T08:00 03-05T17:00',
  })
})

test('work of later phases is not dated, and its links wait with it', () => {
  const rows = [row('near', { durationMin: 480 }), row('far', { durationMin: 480, phaseId: 'later' })]
  const plan = project(rows, [link('far', 'near')], { laterPhaseIds: new Set(['later']) })
  expect(Object.keys(spans(plan))).toEqual(['near'])
})

test('each row says by how much it may slip, and what set its start', () => {
  const rows = [
    row('long', { durationMin: 960 }),
    row('short', { durationMin: 480 }),
    row('end', { isMilestone: true }),
  ]
  const planned = new ProjectCalculation().place(project(rows, [link('long', 'end'), link('short', 'end')]))
  expect(planned.ok && planned.value).toMatchObject([
    {
      itemId: 'long',
      totalFloatMin: 0,
      isCritical: true,
      isOnLongestPath: true,
      reason: { kind: 'project' },
    },
    { itemId: 'short', totalFloatMin: 480, isCritical: false, lateFinishAt: at('2027-03-02', 17) },
    { itemId: 'end', reason: { kind: 'link', id: 'long-end' } },
  ])
})

test('working minutes are counted by a calendar of the project, or the standard week', () => {
  const span = { from: at('2027-03-01', 10), to: at('2027-03-02', 10) }
  expect(workingMinutes(project([]), null, span)).toBe(480)
  const shift = [{ from: 540, to: 660 }]
  const short = {
    ...{ id: 'short', baseId: null, name: 'Short', timeZone: 'UTC', periods: [], exceptions: [] },
    week: [shift, shift, shift, shift, shift, [], []],
  }
  expect(workingMinutes(project([], [], { calendars: [short] }), 'short', span)).toBe(120)
})

test('a circle is refused and named', () => {
  const planned = new ProjectCalculation().place(
    project([row('a'), row('b')], [link('a', 'b'), link('b', 'a')]),
  )
  expect(planned).toMatchObject({ ok: false, refusal: { code: 'schedule.link_circle' } })
})

test('work waits for the days of whoever does it, unless it holds its duration; material keeps nobody waiting', () => {
  const shift = [{ from: 480, to: 960 }]
  const fridays = {
    ...{ id: 'fridays', baseId: null, name: 'Fridays', timeZone: 'UTC', periods: [], exceptions: [] },
    week: [[], [], [], [], shift, [], []],
  }
  const resources = [
    projectResource('ann', { calendarId: 'fridays' }),
    projectResource('sand', { kind: 'material', calendarId: 'fridays' }),
  ]
  const rows = [
    row('check', { durationMin: 480 }),
    row('held', { durationMin: 480, taskType: 'duration' }),
    row('fill', { durationMin: 480 }),
  ]
  const plan = project(rows, [], {
    calendars: [fridays],
    resources,
    assignments: [
      projectAssignment('check', 'ann'),
      projectAssignment('held', 'ann'),
      projectAssignment('fill', 'sand'),
    ],
  })
  // The standard week rests from 12 to 13, so that seven hours of a Friday are common to both.
  const monday = '03-01T08:00 03-01T17:00'
  expect(spans(plan)).toEqual({ check: '03-05T08:00 03-12T09:00', held: monday, fill: monday })
})

const crew = {
  ...{ id: 'crew', baseId: null, name: 'Crew', timeZone: 'UTC', periods: [], exceptions: [] },
  week: Array.from({ length: 7 }, () => [{ from: 360, to: 840 }]),
}
const moment = fc.integer({ min: 0, max: 400 }).map((hours) => MONDAY + hours * HOUR)
const minutes = fc.integer({ min: 0, max: 60 }).map((count) => count * 30)
const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

const gaps = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 })
  .map((halfHours) =>
    halfHours.toSorted((a, b) => a - b).map((place) => ({ afterMin: place * 30, pauseMin: 60 * place })),
  )

/** What people may say about a row, a bit at a time. */
const patch: fc.Arbitrary<Partial<ProjectRow>> = fc.oneof(
  ...[
    fc.record({ durationMin: orNone(minutes), effortMin: orNone(minutes) }),
    fc.record({
      startAt: moment,
      finishAt: moment,
      datesFrom: fc.constantFrom('item' as const, 'plan' as const),
    }), // Two of the kinds.
    fc.record({ isManual: fc.boolean(), startAt: orNone(moment), finishAt: orNone(moment) }),
    fc.record({
      constraintKind: fc.constantFrom('SNET' as const, 'FNLT' as const, 'MSO' as const, 'ALAP' as const), // Four of the kinds.
      constraintAt: moment,
    }),
    fc.record({
      actualStartAt: orNone(moment),
      percentComplete: fc.constantFrom(0, 50),
      remainingMin: orNone(minutes),
    }),
    fc.record({ isDone: fc.boolean(), actualFinishAt: orNone(moment) }),
    fc.record({ calendarId: fc.constantFrom(null, 'crew') }),
    fc.record({ resumeAt: orNone(moment), percentComplete: fc.constantFrom(0, 25) }),
    fc.record({ splits: gaps }),
    fc.record({ isHammock: fc.boolean() }),
    fc.record({ isElapsed: fc.boolean() }),
    fc.record({ isMilestone: fc.boolean() }),
    fc.record({ taskType: fc.constantFrom('units' as const, 'duration' as const) }), // Two of the kinds.
    fc.record({ phaseId: fc.constantFrom(null, 'later') }),
    fc.record({ deadlineAt: orNone(moment), levelledAt: orNone(moment) }),
  ],
)
const IDS = Array.from({ length: 9 }, (_, at) => `t${at}`)
const somePlace = fc.nat(IDS.length - 1)

test('calculated again and again, a plan lies where it lies when it is calculated once', () => {
  const someLinks = fc.array(fc.tuple(somePlace, somePlace), { maxLength: 12 }).map((pairs) => {
    const forward = pairs.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const) // A pair.
    return forward.flatMap(([from, to]) => (from === to ? [] : link(IDS[from] ?? '', IDS[to] ?? '')))
  })
  const step = fc.record({
    place: somePlace,
    patch,
    links: fc.option(someLinks, { freq: 8, nil: undefined }),
  })
  fc.assert(
    fc.property(someLinks, fc.array(step, { minLength: 1, maxLength: 12 }), (links, steps) => {
      const rows = [
        row('above', { isSummary: true }),
        ...IDS.map((id, at) => row(id, { durationMin: 240, ...(at < 3 ? { parentId: 'above' } : {}) })),
      ]
      const more = {
        ...{ calendars: [crew], resources: [projectResource('ann', { calendarId: 'crew' })] },
        assignments: [projectAssignment('t4', 'ann')],
        laterPhaseIds: new Set(['later']),
      }
      const calculation = new ProjectCalculation()
      let plan = project(rows, links, more)
      for (const { place, patch: said, links: others } of steps) {
        const changed = plan.rows.map((one) => (one.itemId === IDS[place] ? { ...one, ...said } : one))
        plan = { ...plan, rows: changed, ...(others ? { links: others } : {}) }
        expect(calculation.calculate(plan)).toEqual(new ProjectCalculation().calculate(plan))
      }
    }),
    { numRuns: 200 },
  )
})
