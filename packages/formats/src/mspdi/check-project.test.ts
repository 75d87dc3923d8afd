import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MSPDI_PROBLEM_CODES, mspdiToOutline, readMspdi } from './index.ts'

type TaskSketch = {
  readonly uid: number
  readonly level?: number
  readonly after?: readonly number[]
  readonly inside?: string
}

const taskXml = ({ uid, level = 1, after = [], inside = '' }: TaskSketch) =>
  `<Task><UID>${uid}</UID><Name>T${uid}</Name><OutlineLevel>${level}</OutlineLevel>${inside}${after
    .map(
      (from) => `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>1</Type></PredecessorLink>`,
    )
    .join('')}</Task>`

const project = (tasks: readonly TaskSketch[], rest = '') => {
  const text = `<Project><CurrencyCode>EUR</CurrencyCode>${rest.includes('<Calendars>') ? rest : ''}<Tasks>${tasks
    .map(taskXml)
    .join('')}</Tasks>${rest.includes('<Calendars>') ? '' : rest}</Project>`
  const result = readMspdi(new TextEncoder().encode(text))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const problemsOf = (tasks: readonly TaskSketch[], rest = '') =>
  project(tasks, rest).problems.map(({ severity, code, subject, params }) => ({
    severity,
    code,
    name: subject.name,
    params,
  }))

test('links that cannot be used are told at their task and left out', () => {
  const read = project([
    { uid: 1, after: [1] },
    { uid: 2, after: [1, 1, 77] },
    {
      uid: 3,
      inside:
        '<PredecessorLink><PredecessorUID>5</PredecessorUID><CrossProject>1</CrossProject><CrossProjectName>C:\\b.mpp\\5</CrossProjectName></PredecessorLink>',
    },
  ])
  expect(
    read.problems.map(({ severity, code, subject, params }) => [severity, code, subject.uid, params]),
  ).toEqual([
    ['error', 'mspdi.link_to_self', 1, { predecessorUid: 1, predecessor: 'T1' }],
    ['warning', 'mspdi.link_duplicate', 2, { predecessorUid: 1, predecessor: 'T1' }],
    ['error', 'mspdi.link_dangling', 2, { predecessorUid: 77 }],
    ['warning', 'mspdi.link_cross_project', 3, { predecessorUid: 5, project: 'C:\\b.mpp\\5' }],
  ])
  expect(read.links.filter((link) => link.leftOut === undefined)).toMatchObject([
    { predecessorUid: 1, successorUid: 2 },
  ])
})

test('a circle of links is named by its tasks and broken at one link', () => {
  expect(
    problemsOf([
      { uid: 1, after: [3] },
      { uid: 2, after: [1] },
      { uid: 3, after: [2] },
      { uid: 4, after: [3] },
    ]),
  ).toEqual([
    {
      severity: 'error',
      code: 'mspdi.link_cycle',
      name: 'T1',
      params: { predecessorUid: 3, predecessor: 'T3', cycle: ['T1', 'T2', 'T3'] },
    },
  ])
})

test('a link of a summary counts for the tasks inside when looking for circles', () => {
  const tasks = [{ uid: 1 }, { uid: 2, level: 2, after: [3] }, { uid: 3, after: [1] }]
  expect(problemsOf(tasks)).toMatchObject([
    { code: 'mspdi.link_cycle', name: 'T2', params: { cycle: ['T2', 'T1', 'T3'] } },
  ])
})

test('a link between a summary and a task inside it is left out', () => {
  expect(problemsOf([{ uid: 1 }, { uid: 2, level: 2, after: [1] }])).toMatchObject([
    { code: 'mspdi.link_to_own_summary', name: 'T2', params: { predecessor: 'T1' } },
  ])
})

test('an unknown type of link is taken as finish-to-start', () => {
  const link = '<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>9</Type></PredecessorLink>'
  const read = project([{ uid: 1 }, { uid: 2, inside: link }])
  expect(read.links).toMatchObject([{ kind: 'FS', leftOut: undefined }])
  expect(read.problemCounts).toEqual({ 'mspdi.link_type_unknown': 1 })
})

const CALENDARS = `<CalendarUID>9</CalendarUID><Calendars>
  <Calendar><UID>1</UID><Name>empty</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>
  <Calendar><UID>2</UID><Name>ring a</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>3</BaseCalendarUID></Calendar>
  <Calendar><UID>3</UID><Name>ring b</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>2</BaseCalendarUID></Calendar>
  <Calendar><UID>4</UID><Name>times</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>
    <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
    <WorkingTime><FromTime>11:00:00</FromTime><ToTime>15:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar>
  <Calendar><UID>5</UID><Name>derived</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>4</BaseCalendarUID></Calendar>
  <Calendar><UID>6</UID><Name>odd</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>4</BaseCalendarUID><Exceptions>
    <Exception><Name>never</Name><Type>8</Type><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2026-01-02T00:00:00</ToDate></TimePeriod></Exception></Exceptions></Calendar>
  </Calendars>`

test('calendars without sense are told', () => {
  expect(
    problemsOf([{ uid: 1, inside: '<CalendarUID>8</CalendarUID>' }], CALENDARS).map(({ code, name }) => [
      code,
      name,
    ]),
  ).toEqual([
    ['mspdi.exception_unreadable', 'odd'],
    ['mspdi.calendar_unknown', ''],
    ['mspdi.calendar_unknown', 'T1'],
    ['mspdi.calendar_cycle', 'ring a'],
    ['mspdi.calendar_no_working_time', 'empty'],
    ['mspdi.calendar_times_invalid', 'times'],
  ])
})

test('assignments of unknown tasks and resources are told', () => {
  const rest = `<Assignments><Assignment><UID>1</UID><TaskUID>5</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
    <Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>6</ResourceUID></Assignment>
    <Assignment><UID>3</UID><ResourceUID>6</ResourceUID></Assignment></Assignments>`
  expect(problemsOf([{ uid: 1 }], rest)).toMatchObject([
    { code: 'mspdi.assignment_task_unknown', params: { taskUid: null } },
    { code: 'mspdi.assignment_task_unknown', params: { taskUid: 5 } },
    { code: 'mspdi.assignment_resource_unknown', name: 'T1', params: { resourceUid: 6 } },
  ])
})

test('doubled and missing numbers, level jumps and impossible amounts are told', () => {
  const backwards =
    '<Start>2026-03-02T08:00:00</Start><Finish>2026-03-01T08:00:00</Finish><Work>-PT1H0M0S</Work>'
  const baseline = '<Baseline><Number>11</Number></Baseline>'
  const custom = '<ExtendedAttribute><FieldID>5</FieldID><Value>x</Value></ExtendedAttribute>'
  const tasks = [
    { uid: 1 },
    { uid: 1, level: 3, inside: backwards },
    { uid: 2, inside: baseline + custom },
    { uid: -4 },
  ]
  expect(problemsOf(tasks).map(({ severity, code }) => [severity, code])).toEqual([
    ['warning', 'mspdi.attribute_undefined'],
    ['warning', 'mspdi.baseline_unknown'],
    ['error', 'mspdi.uid_missing'],
    ['error', 'mspdi.uid_duplicate'],
    ['warning', 'mspdi.outline_jump'],
    ['warning', 'mspdi.finish_before_start'],
    ['warning', 'mspdi.duration_negative'],
  ])
})

test('an unknown currency is told and money keeps two digits', () => {
  const text =
    '<Project><CurrencyCode>DEM</CurrencyCode><Tasks><Task><UID>1</UID><Cost>150</Cost></Task></Tasks></Project>'
  expect(readMspdi(new TextEncoder().encode(text))).toMatchObject({
    ok: true,
    value: {
      properties: { currency: undefined },
      tasks: [{ costMinor: 150 }],
      problems: [{ code: 'mspdi.currency_unknown', params: { currency: 'DEM' } }],
    },
  })
})

test('codes are listed once', () => {
  expect(new Set(MSPDI_PROBLEM_CODES).size).toBe(MSPDI_PROBLEM_CODES.length)
})

test('the outline is a tree without the project row and without gaps', () => {
  const levels = [0, 1, 2, 4, 2, 1, 3]
  const tree = mspdiToOutline(project(levels.map((level, index) => ({ uid: index, level }))))
  expect(tree.map(({ uid, parentRow, depth, childRows }) => [uid, parentRow, depth, childRows])).toEqual([
    [1, undefined, 0, [2, 4]],
    [2, 1, 1, [3]],
    [3, 2, 2, []],
    [4, 1, 1, []],
    [5, undefined, 0, [6]],
    [6, 5, 1, []],
  ])
})

const sketches = fc
  .array(
    fc.record({
      level: fc.integer({ min: 0, max: 4 }),
      after: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((tasks): TaskSketch[] => tasks.map((task, uid) => ({ uid, ...task })))

/** Slow and plain: whether some order honours all links, with summaries around their tasks. */
const hasOrder = (read: ReturnType<typeof project>) => {
  const outline = mspdiToOutline({
    tasks: read.tasks.map((task) => ({ ...task, outlineLevel: task.outlineLevel + 1 })),
  })
  const edges = outline.flatMap(({ row, parentRow }) => [
    [`b${row}`, `e${row}`],
    ...(parentRow === undefined
      ? []
      : [
          [`b${parentRow}`, `b${row}`],
          [`e${row}`, `e${parentRow}`],
        ]),
  ])
  for (const link of read.links) {
    if (link.leftOut === undefined) edges.push([`e${link.predecessorUid}`, `b${link.successorUid}`])
  }
  const left = new Set(outline.flatMap(({ row }) => [`b${row}`, `e${row}`]))
  for (let size = -1; size !== left.size; ) {
    size = left.size
    for (const node of left)
      if (!edges.some(([from = '', to]) => to === node && left.has(from))) left.delete(node)
  }
  return left.size === 0
}

test('whatever the links, those not left out have an order, and orders cost no link', () => {
  fc.assert(
    fc.property(sketches, (tasks) => {
      const read = project(tasks)
      expect(hasOrder(read)).toBe(true)
      const whole = {
        ...read,
        links: read.links.map((link) =>
          link.leftOut === 'mspdi.link_cycle' ? { ...link, leftOut: undefined } : link,
        ),
      }
      expect(read.links.some((link) => link.leftOut === 'mspdi.link_cycle')).toBe(!hasOrder(whole))
    }),
    { seed: 81, numRuns: 800 },
  )
})

test('long chains and rings of links are read without deep recursion', () => {
  const ring = Array.from({ length: 10_000 }, (_, uid) => ({ uid, after: [(uid + 1) % 10_000] }))
  const read = project(ring)
  expect(read.problemCounts).toEqual({ 'mspdi.link_cycle': 1 })
})
