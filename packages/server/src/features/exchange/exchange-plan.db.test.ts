import type { ImportMapping } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

function task(uid: number, level: number, more: string): string {
  return `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Task ${uid}</Name><OutlineLevel>${level}</OutlineLevel>
    <Start>2026-01-0${uid}T08:00:00</Start><Finish>2026-01-0${uid}T17:00:00</Finish>${more}</Task>`
}

const link = (uid: number) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`

const PLAN = `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>Tower</Title><CurrencyCode>EUR</CurrencyCode><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID></Calendar></Calendars>
<Tasks>
${task(1, 1, '<Summary>1</Summary>')}
${task(
  2,
  2,
  `<PercentComplete>100</PercentComplete><Work>PT8H0M0S</Work><Notes>Dig deep</Notes>
  <Baseline><Number>0</Number><Start>2026-01-02T08:00:00</Start><Finish>2026-01-02T17:00:00</Finish></Baseline>`,
)}
${task(3, 2, `<Milestone>1</Milestone><PercentComplete>50</PercentComplete><ConstraintType>4</ConstraintType><ConstraintDate>2026-01-03T08:00:00</ConstraintDate>${link(2)}`)}
${task(4, 1, link(5))}
${task(5, 1, link(4) + link(99))}
</Tasks>
<Resources>
<Resource><UID>1</UID><Name>Ann Lee</Name><Type>1</Type><EmailAddress>ann@example.org</EmailAddress></Resource>
<Resource><UID>2</UID><Name>Bob</Name><Type>1</Type><MaxUnits>1.00</MaxUnits><StandardRate>60.00</StandardRate><StandardRateFormat>2</StandardRateFormat>
<AvailabilityPeriods><AvailabilityPeriod><AvailableFrom>2026-02-01T00:00:00</AvailableFrom><AvailableTo>2026-02-14T23:59:00</AvailableTo><AvailableUnits>0.50</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods>
<Rates><Rate><RatesFrom>1984-01-01T00:00:00</RatesFrom><RatesTo>2026-03-01T00:00:00</RatesTo><RateTable>0</RateTable><StandardRate>50.00</StandardRate><StandardRateFormat>2</StandardRateFormat></Rate>
<Rate><RatesFrom>2026-03-01T00:00:00</RatesFrom><RatesTo>2049-12-31T23:59:00</RatesTo><RateTable>0</RateTable><StandardRate>60.00</StandardRate><StandardRateFormat>2</StandardRateFormat></Rate>
<Rate><RatesFrom>1984-01-01T00:00:00</RatesFrom><RatesTo>2049-12-31T23:59:00</RatesTo><RateTable>1</RateTable><StandardRate>99.00</StandardRate><StandardRateFormat>2</StandardRateFormat></Rate></Rates></Resource>
<Resource><UID>3</UID><Name>Concrete</Name><Type>0</Type></Resource>
</Resources>
<Assignments>
<Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units><Work>PT2H0M0S</Work></Assignment>
<Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units><Work>PT6H0M0S</Work></Assignment>
<Assignment><UID>3</UID><TaskUID>3</TaskUID><ResourceUID>3</ResourceUID><Units>12</Units></Assignment>
</Assignments>
</Project>`

const MAPPING: ImportMapping = {
  target: {
    kind: 'new',
    containerKind: 'project',
    key: 'TWR',
    name: 'Tower',
    subject: null,
    wishedEndState: null,
  },
  columns: [],
  typeId: null,
  people: 'placeholder',
}

const TABLES = [
  'work_item',
  'relation',
  'visit',
  'plan_item',
  'assignment',
  'resource',
  'calendar',
  'baseline',
  'baseline_item',
  'person',
  'container',
]

async function counts(): Promise<Readonly<Record<string, number>>> {
  const entries = await Promise.all(
    TABLES.map(async (table) => [table, (await world.rows(table)).length] as const),
  )
  return Object.fromEntries(entries)
}

test('a project file becomes a project as it stands, and goes without a trace', async () => {
  const before = await counts()
  const { id, profile } = await world.upload(PLAN, 'tower.xml')
  expect(profile).toMatchObject({ format: 'mspdi', title: 'Tower', counts: { tasks: 5, linksLeftOut: 2 } })
  const { plan, fileProblems } = await world.map(id, MAPPING)
  expect(plan?.counts).toMatchObject({
    items: 5,
    subItems: 2,
    milestones: 1,
    done: 1,
    relations: 2,
    placeholders: 2,
    resources: 3,
    assignments: 3,
    baselines: 1,
  })
  expect(Object.keys(fileProblems?.problemCounts ?? {})).toEqual(
    expect.arrayContaining(['mspdi.link_cycle', 'mspdi.link_dangling']),
  )
  expect(plan?.problems).toContainEqual(
    expect.objectContaining({ code: 'calendar.no_working_time', params: { name: 'Standard' } }),
  )
  await world.run('exchange.startImport', { id })
  await world.drain()
  expect(await world.get(id)).toMatchObject({ state: 'review', failure: null })
  const items = (await world.rows('work_item')).map(({ row }) => row as Record<string, unknown>)
  const people = (await world.rows('person')).map(({ row }) => row as Record<string, unknown>)
  const bob = people.find(({ name }) => name === 'Bob')
  const dig = items.find(({ title }) => title === 'Task 2')
  expect(dig).toMatchObject({
    state_group: 'done',
    description: 'Dig deep',
    effort_min: 480,
    responsible_id: bob?.['id'],
    starts_on: '2026-01-02',
  })
  expect(dig?.['parent_id']).toBe(items.find(({ title }) => title === 'Task 1')?.['id'])
  const planned = (await world.rows('plan_item')).map(({ row }) => row as Record<string, unknown>)
  expect(planned).toHaveLength(5)
  expect(planned.map(({ constraint_kind }) => constraint_kind)).toContain('SNET')
  const resources = (await world.rows('resource')).map(({ row }) => row as Record<string, unknown>)
  expect(resources.find(({ name }) => name === 'Bob')).toMatchObject({
    rate_minor_per_hour: 5_000,
    rates: [{ fromOn: '2026-03-01', rateMinorPerHour: 6_000, costPerUseMinor: null }],
    availability: [
      { fromOn: '2026-02-01', toOn: null, maxUnits: 0.5 },
      { fromOn: '2026-02-15', toOn: null, maxUnits: 0 },
    ],
  })
  const relations = (await world.rows('relation')).map(({ row }) => row as Record<string, unknown>)
  expect(relations).toHaveLength(2)
  expect(relations[0]).toMatchObject({ kind: 'precedes', link_type: 'FS', lag: 480, lag_unit: 'workingMin' })
  await world.run('exchange.revertImport', { id })
  await world.drain()
  expect((await world.get(id)).removal?.kept).toEqual([])
  expect(await counts()).toEqual(before)
})

test('a plan only becomes part of a project', async () => {
  const { id } = await world.upload(PLAN, 'tower.xml')
  const target = { ...MAPPING.target, containerKind: 'list' }
  await expect(
    world.run('exchange.mapImport', { id, mapping: { ...MAPPING, target } }),
  ).rejects.toMatchObject({
    refusal: { code: 'exchange.plan_needs_project' },
  })
})

const WEEK = [2, 3, 4, 5, 6]
  .map(
    (type) =>
      `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`,
  )
  .join('')
const dated = (uid: number, start: string, finish: string, more: string) =>
  `<Task><UID>${uid}</UID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel><Start>2026-03-${start}:00</Start>
   <Finish>2026-03-${finish}:00</Finish><Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>${more}</Task>`

/** From Monday 2026-03-23 on, over the change of clocks in Berlin. Task 3 does not lie where its link puts it. */
const SITE = `<Project xmlns="http://schemas.microsoft.com/project"><Title>Site</Title><CurrencyCode>EUR</CurrencyCode>
<StartDate>2026-03-27T08:00:00</StartDate><CalendarUID>1</CalendarUID><HonorConstraints>0</HonorConstraints>
<Calendars><Calendar><UID>1</UID><Name>Site</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${WEEK}</WeekDays>
<Exceptions><Exception><TimePeriod><FromDate>2026-03-30T00:00:00</FromDate><ToDate>2026-03-30T23:59:00</ToDate></TimePeriod><Name>Holiday</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar></Calendars>
<Tasks>
${dated(2, '27T08:00', '27T16:00', '<ActualStart>2026-03-27T08:00:00</ActualStart><RemainingDuration>PT4H0M0S</RemainingDuration><PercentComplete>50</PercentComplete>')}
${dated(3, '30T08:00', '30T16:00', `<ConstraintType>7</ConstraintType><ConstraintDate>2026-03-30T16:00:00</ConstraintDate><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink>`)}
${dated(4, '27T08:00', '28T08:00', '').replace('PT8H', 'PT24H').replace('>7<', '>8<')}
${dated(5, '27T08:00', '27T16:00', '<Active>0</Active>')}
</Tasks></Project>`

const plans = async () => (await world.rows('plan_item')).map(({ row }) => row as Record<string, unknown>)
const at = (moment: unknown) => new Date(String(moment)).toISOString().slice(0, 16)

test('what the file states is compared with its own logic, kept, and calculated when somebody wants it', async () => {
  await world.work.database.owner.pool.query(`update organisation set time_zone = 'Europe/Berlin'`)
  const { id } = await world.upload(SITE, 'site.xml')
  const target = { ...MAPPING.target, key: 'SIT', name: 'Site' }
  const { plan } = await world.map(id, { ...MAPPING, target })
  const told = new Map(plan?.problems.map(({ code, params }) => [code, params]))
  expect(told.get('import.dates_differ')).toEqual({ count: 1, compared: 3, days: 1, title: 'Task 3' })
  expect([...told.keys()]).toEqual(['import.task_inactive', 'import.dates_differ'])
  await world.run('exchange.startImport', { id })
  await world.drain()
  const items = new Map(
    (await world.rows('work_item')).map(({ row }) => {
      const item = row as Record<string, unknown>
      return [item['title'], item['id']]
    }),
  )
  const planOf = async (title: string) =>
    (await plans()).find((row) => row['item_id'] === items.get(title)) ?? {}
  expect(await planOf('Task 2')).toMatchObject({ remaining_min: 240, percent_complete: 50 })
  expect(await planOf('Task 4')).toMatchObject({ is_elapsed: true, duration_min: 1440 })
  const third = await planOf('Task 3')
  expect([third['constraint_kind'], at(third['constraint_at']), at(third['start_at'])]).toEqual([
    'FNLT',
    '2026-03-30T14:00',
    '2026-03-30T06:00',
  ])
  const [calendar] = (await world.rows('calendar')).map(({ row }) => row as Record<string, unknown>)
  expect(calendar).toMatchObject({
    name: 'Site',
    definition: {
      source: 'mspdi',
      timeZone: 'Europe/Berlin',
      exceptions: [{ name: 'Holiday', from: '2026-03-30', to: '2026-03-30', shifts: [] }],
    },
  })
  const containerId = String((await world.get(id)).containerId)
  const settings = (await world.rows('project_plan'))
    .map(({ row }) => row as Record<string, unknown>)
    .find((row) => row['project_id'] === containerId)
  expect(settings).toMatchObject({
    is_scheduled: false,
    calendar_id: calendar?.['id'],
    lag_calendar: 'successor',
    precedence: 'logic',
  })
  expect(at(settings?.['starts_at'])).toBe('2026-03-27T07:00')
  await world.run('schedule.changePlanSettings', { containerId, patch: { isScheduled: true } })
  await world.drain()
  expect(at((await planOf('Task 3'))['start_at'])).toBe('2026-03-31T06:00')
  expect(at((await planOf('Task 2'))['finish_at'])).toBe('2026-03-27T15:00')
})

test('gaps in the work of a file are gaps here, and uneven work is told with what of it moves', async () => {
  const work = (from: string, to: string, hours: number) =>
    `<TimephasedData><Type>1</Type><Start>2026-01-${from}T08:00:00</Start><Finish>2026-01-${to}T17:00:00</Finish><Unit>2</Unit><Value>PT${hours}H0M0S</Value></TimephasedData>`
  const spread = (uid: number, ...parts: readonly string[]) =>
    `<Assignment><UID>${uid}</UID><TaskUID>${uid}</TaskUID><ResourceUID>1</ResourceUID><Work>PT16H0M0S</Work>${parts.join('')}</Assignment>`
  const dated = (uid: number, finish: string) =>
    `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Task ${uid}</Name><OutlineLevel>1</OutlineLevel><Start>2026-01-05T08:00:00</Start><Finish>2026-01-${finish}T17:00:00</Finish><Duration>PT16H0M0S</Duration></Task>`
  const file = `<Project xmlns="http://schemas.microsoft.com/project"><Title>Split</Title><StartDate>2026-01-05T08:00:00</StartDate><CurrencyCode>EUR</CurrencyCode>
    <Tasks>${dated(1, '07')}${dated(2, '06')}</Tasks>
    <Resources><Resource><UID>1</UID><Name>Ann Lee</Name><Type>1</Type></Resource></Resources>
    <Assignments>${spread(1, work('05', '05', 8), work('07', '07', 8))}${spread(2, work('05', '05', 2), work('06', '06', 14))}</Assignments></Project>`
  const { id } = await world.upload(file, 'split.xml')
  const target = { ...MAPPING.target, key: 'SPL', name: 'Split' }
  const { plan } = await world.map(id, { ...MAPPING, target })
  const uneven = { code: 'plan.work_uneven', subject: 'Task 2', params: { leftHours: 16, movedHours: 6 } }
  expect(plan?.problems.filter(({ code }) => code === 'plan.work_uneven')).toMatchObject([uneven])
  await world.run('exchange.startImport', { id })
  await world.drain()
  const rows = (await world.rows('plan_item')).map(({ row }) => row as Record<string, unknown>)
  const splits = rows.flatMap((row) => (row['splits'] as readonly unknown[] | null) ?? [])
  expect(splits).toEqual([{ afterMin: 480, pauseMin: 480 }])
})

test('a Primavera file becomes a project in the same way', async () => {
  const row = (...cells: readonly string[]) => `%R\t${cells.join('\t')}`
  const XER = [
    'ERMHDR\t18.8\t2026-02-01\tProject\tadmin\tAnna\tdb\tProject Management\tEUR',
    '%T\tPROJECT',
    '%F\tproj_id\tproj_short_name\tplan_start_date',
    row('1', 'NORTH', '2026-03-02 08:00'),
    '%T\tPROJWBS',
    '%F\twbs_id\tproj_id\tproj_node_flag\twbs_short_name\twbs_name\tparent_wbs_id',
    row('7', '1', 'Y', 'NORTH', 'North wing', ''),
    row('8', '1', 'N', 'G', 'Ground', '7'),
    '%T\tTASK',
    '%F\ttask_id\tproj_id\twbs_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt\tearly_start_date\tearly_end_date\tcstr_type\tcstr_date',
    row('10', '1', '8', 'A10', 'Dig', 'TT_Task', '16', '2026-03-02 08:00', '2026-03-03 17:00', '', ''),
    row(
      '11',
      '1',
      '8',
      'A11',
      'Pour',
      'TT_Task',
      '8',
      '2026-03-05 08:00',
      '2026-03-05 17:00',
      'CS_MSO',
      'soon',
    ),
    row('12', '1', '8', 'A12', 'Watch', 'TT_LOE', '40', '2026-03-02 08:00', '2026-03-05 17:00', '', ''),
    '%T\tTASKPRED',
    '%F\ttask_pred_id\ttask_id\tpred_task_id\tpred_type\tlag_hr_cnt',
    row('1', '11', '10', 'PR_FS', '0'),
    row('2', '12', '10', 'PR_SS', '0'),
    row('3', '12', '11', 'PR_FF', '0'),
    '%T\tRSRC',
    '%F\trsrc_id\trsrc_name\trsrc_type',
    row('5', 'Crane', 'RT_Equip'),
    '%T\tTASKRSRC',
    '%F\ttaskrsrc_id\ttask_id\trsrc_id\ttarget_qty',
    row('1', '10', '5', '16'),
    '%E',
  ].join('\r\n')
  const { id, profile } = await world.upload(XER, 'north.xer')
  expect(profile).toMatchObject({ format: 'mspdi', title: 'NORTH', counts: { tasks: 4, links: 3 } })
  const target = { ...MAPPING.target, key: 'NOR', name: 'North' }
  const { plan, fileProblems } = await world.map(id, { ...MAPPING, target })
  expect(plan?.counts).toMatchObject({ items: 4, subItems: 3, relations: 3, resources: 1, assignments: 1 })
  expect(fileProblems?.problems).toMatchObject([
    { code: 'xer.value_unreadable', subject: 'Pour', line: 12, params: { value: 'soon' } },
  ])
  expect(plan?.problems).toMatchObject([
    { code: 'import.dates_differ', params: { count: 2, compared: 3, days: 1, title: 'Pour' } },
  ])
  await world.run('exchange.startImport', { id })
  await world.drain()
  // A level of effort lasts as long as what it is linked to.
  const watch = (await plans()).find(({ wbs }) => wbs === 'A12')
  expect([watch?.['is_hammock'], watch?.['duration_min']]).toEqual([true, null])
  const pour = (await plans()).find(({ wbs }) => wbs === 'A11')
  expect([pour?.['duration_min'], at(pour?.['start_at'])]).toEqual([480, '2026-03-05T07:00'])
})

test('a file that is no whole Primavera file is refused with the reason', async () => {
  await expect(world.upload('ERMHDR\t18.8\r\n%E', 'empty.xer')).rejects.toMatchObject({
    refusal: { code: 'exchange.file_unreadable', params: { problem: 'xer.no_project' } },
  })
})
