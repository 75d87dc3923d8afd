import { PlanNetwork, plannedTasks } from '@millrace/core/schedule'
import { expect, test } from 'vitest'
import { minuteOf, plainDateTimeOf } from '../plan/index.ts'
import { mspdiToCalendars, mspdiToPlan, readMspdi } from './index.ts'

const day = (type: number, hours?: readonly string[]) =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>${hours ? 1 : 0}</DayWorking><WorkingTimes>${(hours ?? [])
    .map((span) => span.split('-'))
    .map(
      ([from, to]) => `<WorkingTime><FromTime>${from}:00</FromTime><ToTime>${to}:00</ToTime></WorkingTime>`,
    )
    .join('')}</WorkingTimes></WeekDay>`
const OFFICE_HOURS = ['08:00-12:00', '13:00-17:00']
const OFFICE_WEEK = [2, 3, 4, 5, 6].map((type) => day(type, OFFICE_HOURS)).join('')
const exception = (name: string, from: string, to: string, more = '<Type>1</Type>') =>
  `<Exception><TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>
   <Name>${name}</Name>${more}<DayWorking>0</DayWorking></Exception>`

/** An office with a holiday, half days in July and every first Friday off; a part-timer on it; nights. */
const CALENDARS = `
  <Calendar><UID>1</UID><Name>Office</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${OFFICE_WEEK}</WeekDays>
    <Exceptions>${exception('Holiday', '2026-11-09', '2026-11-09')}
      ${exception('First Friday', '2026-11-01', '2027-01-31', '<Type>5</Type><Period>1</Period><MonthItem>8</MonthItem><MonthPosition>0</MonthPosition>')}
    </Exceptions>
    <WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-07-01T00:00:00</FromDate><ToDate>2026-07-31T23:59:00</ToDate></TimePeriod>
      <Name>Summer</Name><WeekDays>${day(6, ['08:00-12:00'])}</WeekDays></WorkWeek></WorkWeeks></Calendar>
  <Calendar><UID>2</UID><Name>Anna</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>
    <WeekDays>${day(2, ['08:00-12:00'])}</WeekDays></Calendar>
  <Calendar><UID>3</UID><Name>Nights</Name><IsBaseCalendar>1</IsBaseCalendar>
    <WeekDays>${day(2, ['22:00-06:00'])}</WeekDays></Calendar>
  <Calendar><UID>4</UID><Name>Ben</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar>
  <Calendar><UID>5</UID><Name>Never</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>`

const task = (uid: number, values: string, level = 1) =>
  `<Task><UID>${uid}</UID><Name>T${uid}</Name><OutlineLevel>${level}</OutlineLevel>${values}</Task>`
const hours = (count: number, format = 7) =>
  `<Duration>PT${count}H0M0S</Duration><DurationFormat>${format}</DurationFormat>`
const after = (uid: number, type: number, lag: number, format: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`
const resource = (uid: number, calendar: number) =>
  `<Resource><UID>${uid}</UID><Name>R${uid}</Name><Type>1</Type><MaxUnits>1</MaxUnits><CalendarUID>${calendar}</CalendarUID></Resource>`
const assignment = (uid: number, taskUid: number, resourceUid: number, more = '') =>
  `<Assignment><UID>${uid}</UID><TaskUID>${taskUid}</TaskUID><ResourceUID>${resourceUid}</ResourceUID><Units>0.5</Units><Work>PT4H0M0S</Work>${more}</Assignment>`

type Parts = {
  readonly tasks: readonly string[]
  readonly resources?: string
  readonly assignments?: string
  readonly properties?: string
}

function projectOf({ tasks, resources = '', assignments = '', properties = '' }: Parts) {
  const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Title>North wing</Title>
    <StartDate>2026-11-05T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>${properties}
    <Calendars>${CALENDARS}</Calendars><Tasks>${tasks.join('')}</Tasks>
    <Resources>${resources}</Resources><Assignments>${assignments}</Assignments></Project>`
  const read = readMspdi(new TextEncoder().encode(xml))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
const planOf = (...tasks: readonly string[]) => mspdiToPlan(projectOf({ tasks }))
const at = (text: string) => minuteOf(`${text}:00`)
const OFFICE_SHIFTS = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
]

test('calendars keep their weeks, periods and bases; what repeats becomes days', () => {
  const { calendars, projectId } = mspdiToCalendars(projectOf({ tasks: [] }))
  const [office, anna, nights] = calendars
  expect(projectId).toBe('1')
  expect(office).toMatchObject({ id: '1', baseId: null, timeZone: 'UTC' })
  expect(office?.week).toEqual([...Array.from({ length: 5 }, () => OFFICE_SHIFTS), [], []])
  expect(office?.periods).toEqual([
    {
      from: '2026-07-01',
      to: '2026-07-31',
      week: [null, null, null, null, [{ from: 480, to: 720 }], null, null],
    },
  ])
  expect(office?.exceptions.map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-09', '2026-11-09'],
    ['2026-11-06', '2026-11-06'],
    ['2026-12-04', '2026-12-04'],
    ['2027-01-01', '2027-01-01'],
  ])
  expect(nights?.week[0]).toEqual([{ from: 1320, to: 1800 }])
  expect(anna).toMatchObject({
    baseId: '1',
    week: [[{ from: 480, to: 720 }], null, null, null, null, null, null],
  })
})

test('a holiday of the base also holds on weekdays whose hours a calendar sets itself', () => {
  const [, anna] = mspdiToCalendars(projectOf({ tasks: [] })).calendars
  expect(anna?.exceptions.map(({ name }) => name)).toContain('Holiday')
})

test('only calendars that are used go along, with their bases, so that an idle one refuses no plan', () => {
  const plan = mspdiToPlan(projectOf({ tasks: [task(1, hours(8))], resources: resource(1, 2) }))
  expect(plan.input.calendars.map(({ name }) => name)).toEqual(['Office', 'Anna'])
})

test('options are those of the file', () => {
  const properties =
    '<HonorConstraints>0</HonorConstraints><SplitsInProgressTasks>0</SplitsInProgressTasks><CriticalSlackLimit>2</CriticalSlackLimit><ScheduleFromStart>0</ScheduleFromStart>'
  const plan = mspdiToPlan(projectOf({ tasks: [], properties }))
  expect(plan.input.options).toEqual({
    startAt: at('2026-11-05T08:00'),
    statusAt: null,
    calendarId: '1',
    lagCalendar: 'successor',
    precedence: 'logic',
    progress: 'override',
    criticalMin: 960,
    nearCriticalMin: 1920,
  })
  expect(plan.notes.map(({ code }) => code)).toEqual(['plan.from_finish'])
})

test.each<[string, string, object]>([
  ['a length in working time', hours(16), { kind: 'task', durationMin: 960, isElapsed: false }],
  ['a length around the clock', hours(48, 8), { durationMin: 2880, isElapsed: true }],
  ['no length is a milestone', hours(0), { kind: 'milestone', durationMin: 0 }],
  [
    'a constraint',
    '<ConstraintType>7</ConstraintType><ConstraintDate>2026-11-13T17:00:00</ConstraintDate>',
    { constraint: { kind: 'FNLT', at: at('2026-11-13T17:00') } },
  ],
  [
    'as late as possible has no date',
    '<ConstraintType>1</ConstraintType>',
    { constraint: { kind: 'ALAP', at: null } },
  ],
  ['as soon as possible is none', '<ConstraintType>0</ConstraintType>', { constraint: null }],
  ['a deadline', '<Deadline>2026-11-13T17:00:00</Deadline>', { deadlineAt: at('2026-11-13T17:00') }],
  [
    'planned by hand',
    '<Manual>1</Manual><Start>2026-11-07T09:00:00</Start><Finish>2026-11-07T11:00:00</Finish>',
    { manual: { startAt: at('2026-11-07T09:00'), finishAt: at('2026-11-07T11:00') } },
  ],
  [
    'begun, to go on later',
    `${hours(16)}<ActualStart>2026-11-05T08:00:00</ActualStart><RemainingDuration>PT10H0M0S</RemainingDuration><Stop>2026-11-05T15:00:00</Stop><Resume>2026-11-10T08:00:00</Resume>`,
    {
      actual: {
        startAt: at('2026-11-05T08:00'),
        finishAt: null,
        remainingMin: 600,
        resumeAt: at('2026-11-10T08:00'),
      },
    },
  ],
  [
    'over',
    '<ActualStart>2026-11-05T08:00:00</ActualStart><ActualFinish>2026-11-05T12:00:00</ActualFinish>',
    { actual: { startAt: at('2026-11-05T08:00'), finishAt: at('2026-11-05T12:00'), remainingMin: 0 } },
  ],
  [
    'put off by levelling',
    '<Start>2026-11-12T08:00:00</Start><LevelingDelay>48000</LevelingDelay>',
    { levelledAt: at('2026-11-12T08:00') },
  ],
])('%s', (_name, values, expected) => {
  expect(planOf(task(1, values)).input.tasks[0]).toMatchObject(expected)
})

test('the outline keeps its summaries; an inactive task is left out with its links, and named', () => {
  const plan = planOf(
    task(1, '<WBS>A</WBS>'),
    task(2, hours(8), 2),
    task(3, `${hours(8)}<Active>0</Active>`, 2),
    task(4, `${hours(8)}${after(3, 1, 0, 7)}`),
  )
  expect(plan.input.tasks.map(({ id, parentId, kind }) => [id, parentId, kind])).toEqual([
    ['1', null, 'summary'],
    ['2', '1', 'task'],
    ['4', null, 'task'],
  ])
  expect(plan.rows[0]).toMatchObject({ id: '1', name: 'T1', wbs: 'A', level: 1 })
  expect(plan.input.links).toEqual([])
  expect(plan.notes).toMatchObject([{ code: 'plan.task_inactive', itemId: '3', subject: 'T3' }])
})

test('lags keep their unit; elapsed percent become minutes around the clock', () => {
  const { links } = planOf(
    task(1, hours(8)),
    task(2, hours(8) + after(1, 1, -600, 7)),
    task(3, hours(8) + after(1, 3, 600, 8)),
    task(4, hours(8) + after(1, 0, 50, 19)),
    task(5, hours(8) + after(1, 2, 50, 20)),
  ).input
  expect(links.map(({ kind, lag, lagUnit }) => [kind, lag, lagUnit])).toEqual([
    ['FS', -60, 'workingMin'],
    ['SS', 60, 'elapsedMin'],
    ['FF', 50, 'percent'],
    ['SF', 240, 'elapsedMin'],
  ])
})

test('a link that bounds the finish of a summary is left out and told', () => {
  const plan = planOf(task(1, hours(8)), task(2, after(1, 0, 0, 7)), task(3, hours(8), 2))
  expect(plan.input.links).toEqual([])
  expect(plan.notes).toMatchObject([
    { code: 'plan.link_to_summary', itemId: '2', params: { predecessor: 'T1', kind: 'FF' } },
  ])
})

test('work is done in the time of whoever does it, unless its duration is fixed or nobody does it', () => {
  const tasks = [
    task(1, `${hours(8)}<Type>0</Type>`),
    task(2, `${hours(8)}<Type>1</Type>`),
    task(3, `${hours(8)}<Type>0</Type>`),
    task(
      4,
      `${hours(8)}<Type>0</Type><CalendarUID>3</CalendarUID><IgnoreResourceCalendar>1</IgnoreResourceCalendar>`,
    ),
    task(5, `${hours(8)}<Type>0</Type>`),
  ]
  const assignments = [
    assignment(1, 1, 1),
    assignment(2, 2, 1),
    assignment(4, 4, 1),
    assignment(5, 5, 2, '<Finish>2026-11-09T17:00:00</Finish>'),
    assignment(6, 5, 1, '<Finish>2026-11-10T17:00:00</Finish>'),
  ].join('')
  const resources = resource(1, 2) + resource(2, 4)
  const plan = mspdiToPlan(projectOf({ tasks, resources, assignments }))
  expect(plan.input.tasks.map(({ calendarId }) => calendarId)).toEqual(['2', null, null, '3', '2'])
  expect(plan.notes).toMatchObject([{ code: 'plan.calendars_differ', itemId: '5' }])
  expect(plan.assignments[0]).toEqual({ id: '1', itemId: '1', resourceId: '1', units: 0.5, workMin: 240 })
})

test('there is only so much of a resource as its periods say, and nothing between them', () => {
  const period = (from: string, to: string, units: number) =>
    `<AvailabilityPeriod><AvailableFrom>2026-${from}T00:00:00</AvailableFrom><AvailableTo>2026-${to}T23:59:00</AvailableTo><AvailableUnits>${units}</AvailableUnits></AvailabilityPeriod>`
  const periods = [period('11-01', '11-10', 2), period('11-11', '11-20', 1), period('12-01', '12-05', 1)]
  const resources = resource(1, 1).replace(
    '</Resource>',
    `<AvailabilityPeriods>${periods.join('')}</AvailabilityPeriods></Resource>`,
  )
  const [only] = mspdiToPlan(projectOf({ tasks: [], resources })).resources
  expect(
    only?.changes?.map(({ fromAt, maxUnits }) => [plainDateTimeOf(fromAt).slice(0, 10), maxUnits]),
  ).toEqual([
    ['2026-11-01', 2],
    ['2026-11-11', 1],
    ['2026-11-21', 0],
    ['2026-12-01', 1],
    ['2026-12-06', 0],
  ])
})

/** Work of a day of eight hours or less, or of nothing, spread over whole days of November. */
const spread = (from: string, to: string, hoursOfWork: number, type = 1) =>
  `<TimephasedData><Type>${type}</Type><Start>2026-11-${from}T08:00:00</Start><Finish>2026-11-${to}T08:00:00</Finish><Value>PT${hoursOfWork}H</Value></TimephasedData>`
const nobody = (uid: number, taskUid: number, ...amounts: string[]) =>
  assignment(uid, taskUid, -65_535, amounts.join(''))

test('a gap in work that is spread over time splits its task, and a weekend does not', () => {
  const starts = (day: string) => `<Start>2026-11-${day}T08:00:00</Start>`
  const plan = mspdiToPlan(
    projectOf({
      tasks: [task(1, hours(16) + starts('10')), task(2, hours(16) + starts('13'))],
      assignments: [
        nobody(1, 1, spread('10', '11', 8), spread('11', '12', 0), spread('12', '13', 8)),
        nobody(2, 2, spread('13', '14', 8), spread('14', '16', 0), spread('16', '17', 8)),
      ].join(''),
    }),
  )
  expect(plan.input.tasks.map(({ splits }) => splits)).toEqual([
    [{ afterMin: 480, pauseMin: 480 }],
    undefined,
  ])
  expect(plan.notes).toEqual([])
})

test('of work that has begun gaps are kept, but for the one until it goes on', () => {
  const begun =
    '<ActualStart>2026-11-10T08:00:00</ActualStart><RemainingDuration>PT8H0M0S</RemainingDuration><Stop>2026-11-12T17:00:00</Stop><Resume>2026-11-17T08:00:00</Resume>'
  const [only] = mspdiToPlan(
    projectOf({
      tasks: [task(1, hours(24) + begun)],
      assignments: nobody(
        1,
        1,
        ...[spread('10', '11', 8, 2), spread('12', '13', 8, 2), spread('17', '18', 8)],
      ),
    }),
  ).input.tasks
  expect(only).toMatchObject({
    splits: [{ afterMin: 480, pauseMin: 480 }],
    actual: { remainingMin: 480, resumeAt: at('2026-11-17T08:00') },
  })
})

test('where one rests and another works, the task goes on, and that is told', () => {
  const plan = mspdiToPlan(
    projectOf({
      tasks: [task(1, `${hours(24)}<Start>2026-11-10T08:00:00</Start>`)],
      assignments: [
        nobody(1, 1, spread('10', '11', 8), spread('12', '13', 8)),
        nobody(2, 1, spread('10', '13', 24)),
      ].join(''),
    }),
  )
  expect(plan.input.tasks[0]?.splits).toBeUndefined()
  expect(plan.notes).toMatchObject([{ code: 'plan.task_split', itemId: '1' }])
})

test('work that is planned unevenly is told by whose it is, and how much of it lies elsewhere when it is even', () => {
  const by = (uid: number, ...amounts: string[]) => assignment(uid, 1, 3, amounts.join(''))
  const notesOf = (assignments: string, more = '') =>
    mspdiToPlan(
      projectOf({
        tasks: [task(1, `${hours(16)}<Start>2026-11-10T08:00:00</Start>${more}`)],
        assignments,
        resources: '<Resource><UID>3</UID><Name>Ann</Name></Resource>',
      }),
    ).notes
  expect(notesOf(by(1, spread('10', '11', 2), spread('11', '12', 14)))).toMatchObject([
    {
      code: 'plan.work_uneven',
      itemId: '1',
      params: { resource: 'Ann', leftHours: 16, movedHours: 6 },
    },
  ])
  expect(notesOf(by(1, spread('10', '11', 8), spread('11', '12', 8)))).toEqual([])
  // What is done stays as it was done.
  expect(notesOf(by(1, spread('10', '11', 2, 2), spread('11', '12', 14, 2)))).toEqual([])
})

test('a small plan lies where its calendars and links put it', () => {
  const plan = planOf(
    task(1, hours(16)),
    task(2, hours(8) + after(1, 1, 4800, 7)),
    task(3, hours(24, 8) + after(1, 3, 0, 7)),
  )
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) throw new Error(network.refusal.code)
  // Friday the 6th is the first of its month, Monday the 9th a holiday.
  expect(plannedTasks(network.value).map(({ finishAt }) => plainDateTimeOf(finishAt))).toEqual([
    '2026-11-10T17:00:00',
    '2026-11-12T17:00:00',
    '2026-11-06T08:00:00',
  ])
})
