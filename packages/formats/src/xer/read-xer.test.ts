import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXer, XER_PROBLEM_CODES, type XerFile } from './index.ts'

const DAY = '(0||0(s|08:00|f|12:00)())(0||1(f|17:00|s|13:00)())'
const WEEK = [1, 2, 3, 4, 5, 6, 7]
  .map((day) => `(0||${day}()(${day === 1 || day === 7 ? '' : DAY}))`)
  .join('\u007f\u007f')
/** 46024 is 2026-01-02; 46025, a Saturday, is worked at night. */
const DATA = `(0||CalendarData()(\u007f (0||DaysOfWeek()(${WEEK}))\u007f(0||VIEW(ShowTotal|N)())(0||Exceptions()((0||0(d|46024)())(0||1(d|46025)((0||0(s|18:00|f|00:00)()))))))) `

type Tables = Readonly<Record<string, readonly [fields: string, ...rows: string[]]>>

const TABLES: Tables = {
  CURRTYPE: ['curr_id', '1'],
  PROJECT: [
    'proj_id clndr_id proj_short_name plan_start_date last_recalc_date',
    '1 7 NORTH 2026-01-05_08:00 2026-02-01_08:00',
  ],
  CALENDAR: [
    'clndr_id default_flag clndr_name clndr_type day_hr_cnt clndr_data',
    `7 Y Site CA_Base 8 ${DATA.replaceAll(' ', '_')}`,
  ],
  PROJWBS: [
    'wbs_id proj_id parent_wbs_id proj_node_flag wbs_short_name wbs_name',
    '10 1 3 Y NORTH North_wing',
    '11 1 10 N G Ground',
  ],
  TASK: [
    'task_id proj_id wbs_id clndr_id task_code task_name task_type status_code target_drtn_hr_cnt total_float_hr_cnt cstr_type cstr_date',
    '100 1 11 7 A100 Dig TT_Task TK_Active 16 -4,5 CS_MSOA 2026-01-05_08:00',
    '101 1 11 7 A101 Pour TT_Task TK_NotStart 8 0 CS_ALAP ',
    '102 1 11 7 A102 Done TT_FinMile TK_NotStart 0 0  ',
  ],
  TASKPRED: [
    'task_pred_id task_id pred_task_id pred_type lag_hr_cnt',
    '1 101 100 PR_FS -2',
    '2 102 101 PR_FF 0',
  ],
  RSRC: ['rsrc_id rsrc_name rsrc_short_name rsrc_type', '5 Crane CR RT_Equip'],
  TASKRSRC: [
    'taskrsrc_id task_id rsrc_id target_qty act_reg_qty act_ot_qty target_qty_per_hr',
    '1 100 5 16 2 1 0.5',
  ],
}

/** Cells are parted by blanks here, a low line is a blank. */
const cells = (row: string) => row.split(' ').map((cell) => cell.replaceAll('_', ' '))
const text = (changes: Partial<Tables> = {}, end = '%E') => {
  const tables = Object.entries({ ...TABLES, ...changes }).flatMap(([name, rows]) => {
    const [fields = '', ...others] = rows ?? []
    return [
      `%T\t${name}`,
      `%F\t${fields.split(' ').join('\t')}`,
      ...others.map((row) => (row.startsWith('%') ? row : `%R\t${rowCells(row)}`)),
    ]
  })
  return ['ERMHDR\t18.8\t2026-02-01\tProject\tadmin\tAnna\tdb\tProject Management\tEUR', ...tables, end].join(
    '\r\n',
  )
}
/** Codes of the program have low lines themselves. */
const rowCells = (row: string) =>
  cells(row.replaceAll(/\b([A-Z]{2,3})_(?=[A-Z])/g, '$1\u0001'))
    .join('\t')
    .replaceAll('\u0001', '_')

function read(content: string): XerFile {
  const result = readXer(new TextEncoder().encode(content))
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const problemsOf = (changes: Partial<Tables>) =>
  read(text(changes)).problems.map(({ code, subject, params }) => ({ code, subject, params }))

test('a small plan, whole', () => {
  const file = read(text())
  expect(file.problems).toEqual([])
  expect(file).toMatchObject({ version: '18.8', currency: 'EUR', ignored: { CURRTYPE: 1 } })
  expect(file.projects).toMatchObject([
    {
      id: '1',
      shortName: 'NORTH',
      calendarId: '7',
      plannedStart: '2026-01-05T08:00:00',
      dataDate: '2026-02-01T08:00:00',
    },
  ])
  expect(file.wbs.map(({ id, parentId, name, isProject }) => [id, parentId, name, isProject])).toEqual([
    ['10', '3', 'North wing', true],
    ['11', '10', 'Ground', false],
  ])
  expect(
    file.activities.map(({ code, kind, state, durationMin }) => [code, kind, state, durationMin]),
  ).toEqual([
    ['A100', 'task', 'in-progress', 960],
    ['A101', 'task', 'not-started', 480],
    ['A102', 'finish-milestone', 'not-started', 0],
  ])
  expect(file.activities.map(({ constraints }) => constraints)).toEqual([
    [{ kind: 'start-on-or-after', date: '2026-01-05T08:00:00' }],
    [{ kind: 'as-late-as-possible', date: undefined }],
    [],
  ])
  expect(file.activities[0]?.totalFloatMin).toBe(-270)
  expect(file.links).toMatchObject([
    { predecessorId: '100', successorId: '101', kind: 'FS', lagMin: -120, leftOut: undefined },
    { predecessorId: '101', successorId: '102', kind: 'FF', lagMin: 0 },
  ])
  expect(file.resources).toMatchObject([{ name: 'Crane', kind: 'equipment' }])
  expect(file.assignments).toMatchObject([
    { activityId: '100', resourceId: '5', workMin: 960, actualWorkMin: 180, units: 0.5 },
  ])
})

test('working time comes from the own notation of calendars', () => {
  const [calendar] = read(text()).calendars
  const shift = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ]
  expect(calendar?.week).toEqual([shift, shift, shift, shift, shift, [], []])
  expect(calendar).toMatchObject({ name: 'Site', kind: 'global', isDefault: true, minutesPerDay: 480 })
  expect(calendar?.exceptions).toEqual([
    { day: '2026-01-02', times: [] },
    { day: '2026-01-03', times: [{ from: '18:00', to: '24:00' }] },
  ])
})

test.each([
  ['nothing', ''],
  ['cut off', DATA.slice(0, 200)],
  ['foreign', '(0||Other()())'],
  ['endless', '(0||a()('.repeat(10_000)],
])('a calendar of %s has no working time and is told', (_name, data) => {
  const CALENDAR = ['clndr_id clndr_name clndr_data', `7 Site ${data.replaceAll(' ', '_')}`] as const
  const file = read(text({ CALENDAR }))
  expect(file.problems).toMatchObject([{ code: 'xer.calendar_unreadable', subject: 'Site' }])
  expect(file.calendars[0]?.week.flat()).toEqual([])
})

test('links that cannot be used are named and left out', () => {
  const fields = 'task_pred_id task_id pred_task_id pred_type lag_hr_cnt'
  const TASKPRED = [
    fields,
    '1 101 100 PR_FS 0',
    '2 101 100 PR_FS 8',
    '3 100 100 PR_SS 0',
    '4 100 999 PR_FS 0',
    '5 102 101 PR_FS 0',
    '6 100 102 PR_FS 0',
  ] as const
  const file = read(text({ TASKPRED }))
  expect(file.problems.map(({ code, subject, params }) => [code, subject, params['cycle']])).toEqual([
    ['xer.link_duplicate', 'A101 Pour', undefined],
    ['xer.link_to_self', 'A100 Dig', undefined],
    ['xer.link_dangling', 'A100 Dig', undefined],
    ['xer.link_cycle', 'A100 Dig', ['A100 Dig', 'A101 Pour', 'A102 Done']],
  ])
  expect(file.links.filter((link) => link.leftOut === undefined)).toHaveLength(2)
})

test('what is not in the file or cannot be read is told', () => {
  expect(
    problemsOf({ PROJWBS: ['wbs_id wbs_name parent_wbs_id', '10 North ', '12 Loose 99'] }),
  ).toMatchObject([
    { code: 'xer.wbs_parent_unknown', subject: 'Loose', params: { parentId: '99' } },
    { code: 'xer.wbs_unknown', subject: 'Dig', params: { wbsId: '11' } },
    { code: 'xer.wbs_unknown', subject: 'Pour' },
    { code: 'xer.wbs_unknown', subject: 'Done' },
  ])
  expect(
    problemsOf({
      TASKRSRC: [
        'taskrsrc_id task_id rsrc_id target_qty',
        '1 999 5 1',
        '2 100 6 many',
        ' 100 5 1',
        '2 100 5 1',
      ],
    }),
  ).toMatchObject([
    { code: 'xer.id_missing', params: { table: 'TASKRSRC' } },
    { code: 'xer.id_duplicate', params: { table: 'TASKRSRC', id: '2' } },
    { code: 'xer.value_unreadable', params: { field: 'target_qty', value: 'many' } },
    { code: 'xer.assignment_activity_unknown', params: { activityId: '999' } },
    { code: 'xer.assignment_resource_unknown', subject: 'Dig', params: { resourceId: '6' } },
  ])
  expect(read(text({}, '')).problems).toMatchObject([{ code: 'xer.end_missing' }])
})

test('a text with a line break goes on in the next line', () => {
  const broken = text().replace('Pour', 'Pour\r\nthe slab')
  expect(read(broken).activities[1]).toMatchObject({ name: 'Pour\nthe slab', kind: 'task', durationMin: 480 })
})

test('a file in the code page of western Europe is read', () => {
  const bytes = Uint8Array.from(text().replace('Crane', 'Kr\u00e4n'), (sign) => sign.charCodeAt(0))
  const result = readXer(bytes)
  expect(result.ok && result.value.resources[0]?.name).toBe('Kr\u00e4n')
})

test.each([
  ['no Primavera file', 'a\tb', {}, 'xer.not_a_project'],
  ['nothing', '', {}, 'xer.not_a_project'],
  ['no project', text({ PROJECT: ['proj_id'] }), {}, 'xer.no_project'],
  ['too many rows', text(), { maxRows: 5 }, 'xer.too_many_rows'],
  ['too many bytes', text(), { maxBytes: 50 }, 'xer.too_large'],
])('%s is refused', (_name, content, options, code) => {
  expect(readXer(new TextEncoder().encode(content), options)).toMatchObject({ ok: false, refusal: { code } })
})

test('whatever the links, those not left out form no circle, and orders cost no link', () => {
  const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 30 })
  fc.assert(
    fc.property(pairs, fc.boolean(), (given, ordered) => {
      const links = ordered ? given.filter(([from, to]) => from < to) : given
      const TASK = ['task_id task_name', ...Array.from({ length: 9 }, (_none, id) => `${id} T${id}`)] as const
      const TASKPRED = ['task_id pred_task_id', ...links.map(([from, to]) => `${to} ${from}`)] as const
      const file = read(text({ TASK, TASKPRED, TASKRSRC: ['taskrsrc_id'] }))
      const used = file.links.filter((link) => link.leftOut === undefined)
      let open = new Set(used.flatMap((link) => [link.predecessorId, link.successorId]))
      for (let round = 0; round < 9; round += 1) {
        open = new Set(
          [...open].filter((id) =>
            used.some((link) => link.successorId === id && open.has(link.predecessorId)),
          ),
        )
      }
      expect(open.size).toBe(0)
      if (ordered) expect(file.problemCounts['xer.link_cycle']).toBeUndefined()
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('a mutated file is read or refused, never a crash', () => {
  const whole = text()
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 10 }), (at, length, put) => {
      const result = readXer(new TextEncoder().encode(whole.slice(0, at) + put + whole.slice(at + length)))
      if (result.ok) for (const { code } of result.value.problems) expect(XER_PROBLEM_CODES).toContain(code)
    }),
    { seed: 4, numRuns: 500 },
  )
})
