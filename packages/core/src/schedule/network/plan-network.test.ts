import { expect, test } from 'vitest'
import { type PlanInput, PlanNetwork, type PlanTask, plannedTasks } from '../index.ts'
import { DAY, link, minute, office, plan, planned, task, text } from './testing/small-plan.ts'

test('a circle is refused with the way round, also when it runs through a summary', () => {
  const circle = plan([task('a'), task('b'), task('c')], [link('a', 'b'), link('b', 'c'), link('c', 'a')])
  const refused = PlanNetwork.of(circle)
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'schedule.link_circle' } })
  expect(refused.ok ? [] : refused.refusal.params?.['path']).toHaveLength(3)
  const rows = [task('s', { kind: 'summary' }), task('a', { parentId: 's' }), task('b')]
  expect(PlanNetwork.of(plan(rows, [link('s', 'b'), link('b', 'a')]))).toMatchObject({
    ok: false,
    refusal: { code: 'schedule.link_circle' },
  })
})

test.each<[string, PlanInput]>([
  ['schedule.duration_negative', plan([task('a', { durationMin: -1 })])],
  ['schedule.duration_negative', plan([task('a', { durationMin: Number.NaN })])],
  ['schedule.date_outside', plan([task('a', { deadlineAt: minute('2201-06-01T00:00Z') })])],
  ['schedule.date_outside', plan([task('a', { durationMin: 480 * 260 * 400 })])],
  ['schedule.date_outside', plan([task('a', { durationMin: 1440 * 365 * 400, isElapsed: true })])],
  ['schedule.dates_reversed', plan([task('a', { manual: { startAt: 2000, finishAt: 1000 } })])],
  ['schedule.calendar_unknown', plan([task('a', { calendarId: 'moon' })])],
  ['schedule.plan_calendar_unknown', plan([task('a')], [], { calendars: [{ ...office, id: 'other' }] })],
  ['schedule.item_unknown', plan([task('a')], [link('a', 'nobody')])],
  ['schedule.link_circle', plan([task('a')], [link('a', 'a')])],
  [
    'schedule.link_to_above',
    plan([task('s', { kind: 'summary' }), task('a', { parentId: 's' })], [link('s', 'a')]),
  ],
  [
    'schedule.link_to_finish',
    plan(
      [task('s', { kind: 'summary' }), task('a', { parentId: 's' }), task('b')],
      [link('b', 's', { kind: 'FF' })],
    ),
  ],
  [
    'calendar.no_working_time',
    plan([task('a')], [], { calendars: [{ ...office, week: [[], [], [], [], [], [], []] }] }),
  ],
])('%s', (code, input) => {
  expect(PlanNetwork.of(input)).toMatchObject({ ok: false, refusal: { code } })
})

test.each<[string, Partial<PlanTask>]>([
  ['schedule.duration_negative', { durationMin: -1 }],
  ['schedule.date_outside', { durationMin: DAY * 260 * 400 }],
  ['schedule.date_outside', { deadlineAt: minute('1899-01-01T00:00Z') }],
])('a change that is refused with %s leaves the plan as it was: %o', (code, values) => {
  const network = PlanNetwork.of(plan([task('a'), task('b')], [link('a', 'b')]))
  if (!network.ok) throw new Error(network.refusal.code)
  const before = plannedTasks(network.value)
  const refused = network.value.change(new Map([[0, task('a', values)]]))
  expect(refused).toMatchObject({ ok: false, refusal: { code } })
  expect(plannedTasks(network.value)).toEqual(before)
})

test('a change that hangs a hammock beyond 2200 is refused like the whole plan, and leaves it as it was', () => {
  const tasks = [task('a'), task('crane', { kind: 'hammock' })]
  const links = [link('a', 'crane', { kind: 'FF', lag: 100 * 365 * 1440, lagUnit: 'elapsedMin' })]
  const network = PlanNetwork.of(plan(tasks, links))
  if (!network.ok) throw new Error(network.refusal.code)
  const before = plannedTasks(network.value)
  const late = task('a', { constraint: { kind: 'SNET', at: minute('2150-01-05T08:00Z') } })
  const refused = PlanNetwork.of(plan(tasks.with(0, late), links))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'schedule.date_outside' } })
  expect(network.value.change(new Map([[0, late]]))).toEqual(refused)
  expect(plannedTasks(network.value)).toEqual(before)
})

test('a milestone at the end of a day stays on that day', () => {
  const rows = planned(
    plan([task('a'), task('done', { kind: 'milestone' }), task('b')], [link('a', 'done'), link('done', 'b')]),
  )
  expect(text(rows.get('done')?.startAt)).toBe('2026-11-05T17:00')
  expect(text(rows.get('b')?.startAt)).toBe('2026-11-06T08:00')
})

test('a milestone whose calendar is idle at the end of the plan must be reached before, and so must what it waits for', () => {
  const friday = { name: 'Off', from: '2026-11-06', to: '2026-11-06', shifts: [] }
  const rows = planned(
    plan(
      [
        task('two days', { durationMin: 2 * DAY }),
        task('any hour', { durationMin: 60, isElapsed: true }),
        task('done', { kind: 'milestone', calendarId: 'crew' }),
      ],
      [link('any hour', 'done', { kind: 'SF' })],
      { calendars: [office, { ...office, id: 'crew', exceptions: [friday] }] },
    ),
  )
  expect(text(rows.get('done')?.lateFinishAt)).toBe('2026-11-05T17:00')
  expect(text(rows.get('any hour')?.lateStartAt)).toBe('2026-11-05T17:00')
})

test('each date says what set it', () => {
  const at = minute('2026-11-10T08:00Z')
  const rows = planned(
    plan(
      [
        task('s', { kind: 'summary' }),
        task('a', { parentId: 's' }),
        task('b', { parentId: 's', constraint: { kind: 'SNET', at } }),
        task('c', { manual: { startAt: at, finishAt: at + 60 } }),
        task('d', { constraint: { kind: 'ALAP', at: null } }),
        task('e'),
      ],
      [link('s', 'e')],
    ),
  )
  expect(rows.get('a')?.reason).toEqual({ kind: 'project' })
  expect(rows.get('b')?.reason).toEqual({ kind: 'constraint' })
  expect(rows.get('c')?.reason).toEqual({ kind: 'manual' })
  expect(rows.get('d')).toMatchObject({ reason: { kind: 'late' }, totalFloatMin: 0 })
  expect(rows.get('e')?.reason).toEqual({ kind: 'link', linkId: 's-e' })
  expect(rows.get('s')).toMatchObject({ reason: { kind: 'below', itemId: 'b' }, finishAt: at + 540 })
})

test('a finish that may not be later turns float negative where logic wins, and pulls back where dates do', () => {
  const cap = { kind: 'FNLT' as const, at: minute('2026-11-05T17:00Z') } // A literal of the type.
  const input = plan([task('a'), task('b', { constraint: cap })], [link('a', 'b')])
  expect(planned(input).get('a')?.totalFloatMin).toBe(-DAY)
  const byDates = planned({ ...input, options: { ...input.options, precedence: 'dates' } })
  expect(text(byDates.get('b')?.startAt)).toBe('2026-11-05T08:00')
})

test('work that has begun goes on after the status date, and waits for its predecessor unless that is overridden', () => {
  const begun = { startAt: minute('2026-11-05T08:00Z'), finishAt: null, remainingMin: 240 }
  const rows = [task('a', { durationMin: 4 * DAY }), task('b', { actual: begun })]
  const input = plan(rows, [link('a', 'b')])
  const options = { ...input.options, statusAt: minute('2026-11-06T08:00Z') }
  expect(text(planned({ ...input, options }).get('b')?.finishAt)).toBe('2026-11-12T12:00')
  const override = { ...options, progress: 'override' as const } // A literal of the type.
  expect(text(planned({ ...input, options: override }).get('b')?.finishAt)).toBe('2026-11-06T12:00')
})

test('a lag that counts every hour goes on over the weekend', () => {
  const input = plan([task('a', { durationMin: 2 * DAY }), task('b')], [link('a', 'b', { lag: 3 * 1440 })])
  const options = { ...input.options, lagCalendar: 'twentyFourHour' as const } // A literal of the type.
  // Friday evening and three days are Monday evening: Tuesday morning.
  expect(text(planned({ ...input, options }).get('b')?.startAt)).toBe('2026-11-10T08:00')
  expect(text(planned(input).get('b')?.startAt)).toBe('2026-11-20T08:00')
})

test('a summary may slip by as much as what is left of it may', () => {
  const done = {
    startAt: minute('2026-11-05T08:00Z'),
    finishAt: minute('2026-11-05T17:00Z'),
    remainingMin: 0,
  }
  const rows = planned(
    plan(
      [
        task('part', { kind: 'summary' }),
        task('over', { parentId: 'part', actual: done }),
        task('open', { parentId: 'part' }),
        task('long', { durationMin: 5 * DAY }),
      ],
      [link('over', 'open')],
    ),
  )
  expect(rows.get('open')).toMatchObject({ totalFloatMin: 3 * DAY, isCritical: false })
  expect(rows.get('part')).toMatchObject({ id: 'part', totalFloatMin: 3 * DAY, isCritical: false })
})

test('what is planned by hand has float of its own, and what comes before it has to be done by its start', () => {
  const manual = { startAt: minute('2026-11-09T08:00Z'), finishAt: minute('2026-11-09T17:00Z') }
  const rows = planned(
    plan(
      [task('before'), task('dated', { manual }), task('after'), task('long', { durationMin: 6 * DAY })],
      [link('before', 'dated'), link('dated', 'after')],
    ),
  )
  expect(rows.get('before')).toMatchObject({ totalFloatMin: DAY })
  expect(rows.get('dated')).toMatchObject({ totalFloatMin: 2 * DAY, isCritical: false })
  expect(rows.get('after')).toMatchObject({ totalFloatMin: 2 * DAY })
  expect(rows.get('long')).toMatchObject({ totalFloatMin: 0, isCritical: true })
})
