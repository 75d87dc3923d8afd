import { PlanNetwork, plannedTasks } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { minuteOf, plainDateTimeOf } from '../plan/index.ts'
import { readXer, xerToPlan } from './index.ts'

type Table = readonly [fields: string, ...rows: string[]]

const SPAN = (place: number, from: string, to: string) => `(0||${place}(s|${from}|f|${to})())`
const week = (days: readonly number[], spans: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => `(0||${day}()(${days.includes(day) ? spans : ''}))`).join('')
const data = (days: string, exceptions = '') =>
  `(0||CalendarData()((0||DaysOfWeek()(${days}))(0||Exceptions()(${exceptions}))))`
const OFFICE = data(
  week([2, 3, 4, 5, 6], SPAN(0, '08:00', '12:00') + SPAN(1, '13:00', '17:00')),
  // 46335 is Monday 2026-11-09.
  '(0||0(d|46335)())',
)
const NIGHTS = data(week([1, 2, 3, 4, 5, 6, 7], SPAN(0, '22:00', '06:00')))
const NEVER = data(week([], ''))

const TABLES: Readonly<Record<string, Table>> = {
  PROJECT: [
    'proj_id clndr_id proj_short_name plan_start_date last_recalc_date',
    '1 7 NORTH 2026-11-02~08:00 2026-11-05~08:00',
  ],
  CALENDAR: [
    'clndr_id clndr_name clndr_type clndr_data',
    `7 Office CA_Base ${OFFICE}`,
    `8 Nights CA_Base ${NIGHTS}`,
    `9 Never CA_Base ${NEVER}`,
  ],
  PROJWBS: [
    'wbs_id proj_id parent_wbs_id proj_node_flag wbs_short_name wbs_name',
    '10 1  Y NORTH North~wing',
    '11 1 10 N G Ground',
    '12 1 10 N E Empty',
  ],
  TASK: [
    'task_id proj_id wbs_id clndr_id task_code task_name task_type target_drtn_hr_cnt remain_drtn_hr_cnt act_start_date cstr_type cstr_date cstr_type2 cstr_date2',
    '100 1 11 7 A1 Dig TT_Task 32 8 2026-11-02~08:00    ',
    '101 1 11 8 A2 Pour TT_Task 8 8  CS_MSOA 2026-11-12~08:00 CS_MEOB 2026-11-20~17:00',
    '102 1 10 7 A3 Done TT_FinMile 0 0  CS_MANDFIN 2026-11-19~17:00 CS_ALAP ',
    '103 1 10 7 A4 Watch TT_LOE 0 0     ',
    '104 1 10 7 A5 Sum TT_WBS 0 0     ',
    '105 1 10 7 A6 Crew TT_Rsrc 8 8     ',
  ],
  TASKPRED: [
    'task_pred_id task_id pred_task_id pred_type lag_hr_cnt',
    '1 101 100 PR_FS 4',
    '2 102 101 PR_FF 0',
    '3 103 100 PR_SS 0',
    '4 103 101 PR_FF 0',
    '5 102 104 PR_FS 0',
  ],
  RSRC: ['rsrc_id rsrc_name rsrc_type clndr_id', '5 Crew RT_Labor 8', '6 Sand RT_Mat 9'],
  TASKRSRC: ['taskrsrc_id task_id rsrc_id target_qty target_qty_per_hr', '1 105 5 8 1', '2 104 5 8 1'],
}

function planOf(changes: Readonly<Record<string, Table>> = {}) {
  // Cells are parted by blanks; a wave is a blank.
  const cells = (row: string) => row.split(' ').join('\t').replaceAll('~', ' ')
  const tables = Object.entries({ ...TABLES, ...changes }).flatMap(([name, [fields, ...rows]]) => [
    `%T\t${name}`,
    `%F\t${cells(fields)}`,
    ...rows.map((row) => `%R\t${cells(row)}`),
  ])
  const text = ['ERMHDR\t18.8', ...tables, '%E'].join('\r\n')
  const read = readXer(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.refusal.code)
  return xerToPlan(read.value)
}
const at = (text: string) => minuteOf(`${text}:00`)

test('nodes become summaries with activities below them; empty ones and the only project do not', () => {
  const { input, rows, name } = planOf()
  expect(name).toBe('NORTH')
  expect(input.tasks.map(({ id, parentId, kind }) => [id, parentId, kind])).toEqual([
    ['102', null, 'milestone'],
    ['103', null, 'hammock'],
    ['105', null, 'task'],
    ['wbs-11', null, 'summary'],
    ['100', 'wbs-11', 'task'],
    ['101', 'wbs-11', 'task'],
  ])
  expect(rows.find(({ id }) => id === '100')).toMatchObject({ wbs: 'A1', level: 2, name: 'Dig' })
})

test('several projects stand as summaries of their own', () => {
  const { input } = planOf({
    PROJECT: ['proj_id clndr_id proj_short_name', '1 7 NORTH', '2 7 SOUTH'],
    PROJWBS: [
      'wbs_id proj_id parent_wbs_id proj_node_flag wbs_short_name wbs_name',
      '10 1  Y NORTH North',
      '20 2  Y SOUTH South',
    ],
    TASK: ['task_id proj_id wbs_id task_code task_name', '1 1 10 A A', '2 2 20 B B'],
  })
  expect(input.tasks.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['wbs-10', null],
    ['1', 'wbs-10'],
    ['wbs-20', null],
    ['2', 'wbs-20'],
  ])
})

test('the data date is the status date, and lags go by the predecessor unless the file says otherwise', () => {
  expect(planOf().input.options).toMatchObject({
    startAt: at('2026-11-02T08:00'),
    statusAt: at('2026-11-05T08:00'),
    calendarId: '7',
    lagCalendar: 'predecessor',
    precedence: 'logic',
    progress: 'retained',
  })
  const clock = planOf({
    SCHEDOPTIONS: [
      'schedoptions_id proj_id sched_calendar_on_relationship_lag sched_progress_override',
      '1 1 rcal_24Hour Y',
    ],
  }).input
  expect(clock.options).toMatchObject({ lagCalendar: 'twentyFourHour', progress: 'override' })
  expect(clock.links[0]).toMatchObject({ lag: 240, lagUnit: 'workingMin' })
})

test('with neither retained logic nor progress override, actual dates count', () => {
  const SCHEDOPTIONS = [
    'schedoptions_id proj_id sched_retained_logic sched_progress_override',
    '1 1 N N',
  ] as const // A table.
  expect(planOf({ SCHEDOPTIONS }).input.options.progress).toBe('actualDates')
})

test('what depends on a resource is done in its time; calendars nobody uses stay out', () => {
  const { input, resources, assignments } = planOf({
    RSRC: ['rsrc_id rsrc_name rsrc_type clndr_id', '5 Crew RT_Labor 8'],
  })
  const calendarOf = new Map(input.tasks.map(({ id, calendarId }) => [id, calendarId]))
  expect([calendarOf.get('105'), calendarOf.get('100')]).toEqual(['8', null])
  expect(input.calendars.map(({ name }) => name)).toEqual(['Office', 'Nights'])
  expect(input.calendars[0]?.exceptions).toEqual([
    { name: '', from: '2026-11-09', to: '2026-11-09', shifts: [] },
  ])
  expect(resources).toMatchObject([{ id: '5', kind: 'work', calendarId: '8' }])
  expect(assignments).toEqual([{ id: '1', itemId: '105', resourceId: '5', units: 1, workMin: 480 }])
})

test('of two constraints a finish on or before becomes a deadline; what cannot be kept is told', () => {
  const { input, notes } = planOf()
  const pour = input.tasks.find(({ id }) => id === '101')
  expect(pour).toMatchObject({
    constraint: { kind: 'SNET', at: at('2026-11-12T08:00') },
    deadlineAt: at('2026-11-20T17:00'),
  })
  expect(notes.map(({ code, itemId, params }) => [code, itemId, params['kind']])).toEqual([
    ['plan.task_spans_wbs', '104', undefined],
    ['plan.constraint_second', '102', 'ALAP'],
    ['plan.constraint_mandatory', '102', 'MFO'],
  ])
})

test('a small plan lies where data date, calendars and links put it', () => {
  const { input } = planOf()
  const network = PlanNetwork.of(input)
  if (!network.ok) throw new Error(network.refusal.code)
  const dates = new Map(plannedTasks(network.value).map((one) => [one.id, one]))
  const finishOf = (id: string) => plainDateTimeOf(dates.get(id)?.finishAt ?? 0)
  // A day is left from Thursday on; then half a day of lag, the constraint, and a night.
  expect(finishOf('100')).toBe('2026-11-05T17:00:00')
  expect(finishOf('101')).toBe('2026-11-13T06:00:00')
  // A level of effort goes as far as its own calendar works.
  expect(finishOf('103')).toBe('2026-11-12T17:00:00')
})

test('suspended work rests until it is resumed; once it has gone on, the gap lies behind what was done before', () => {
  const suspended = (row: string) =>
    planOf({
      TASK: [
        'task_id proj_id wbs_id clndr_id task_code task_name task_type target_drtn_hr_cnt remain_drtn_hr_cnt act_start_date act_end_date suspend_date resume_date',
        row,
      ],
      TASKPRED: ['task_pred_id task_id pred_task_id pred_type lag_hr_cnt'],
      TASKRSRC: ['taskrsrc_id task_id rsrc_id target_qty target_qty_per_hr'],
    }).input.tasks.find(({ id }) => id === '100')
  // Monday to Tuesday noon, then from Thursday on: two days of work were done, one and a half of them before.
  expect(
    suspended('100 1 11 7 A1 Dig TT_Task 40 24 2026-11-02~08:00  2026-11-03~12:00 2026-11-05~08:00'),
  ).toMatchObject({
    splits: [{ afterMin: 720, pauseMin: 720 }],
    actual: { remainingMin: 1440 },
  })
  const resting = suspended(
    '100 1 11 7 A1 Dig TT_Task 40 28 2026-11-02~08:00  2026-11-03~12:00 2026-11-12~08:00',
  )
  expect(resting?.splits).toBeUndefined()
  expect(resting?.actual).toMatchObject({ remainingMin: 1680, resumeAt: at('2026-11-12T08:00') })
  // Over, with a gap in it.
  expect(
    suspended(
      '100 1 11 7 A1 Dig TT_Task 24 0 2026-11-02~08:00 2026-11-06~12:00 2026-11-03~17:00 2026-11-05~13:00',
    ),
  ).toMatchObject({ splits: [{ afterMin: 960, pauseMin: 720 }] })
})
