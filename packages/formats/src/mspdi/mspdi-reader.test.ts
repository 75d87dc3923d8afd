import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMspdiReader, describeMspdi, type MspdiOptions, type MspdiProject, readMspdi } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A small site plan with one of everything. */
const SITE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <SaveVersion>14</SaveVersion><Name>site.xml</Name><Title>North wing</Title><Company>Mill &amp; Sons</Company>
  <ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-03-02T08:00:00</StartDate><FinishDate>2026-03-20T17:00:00</FinishDate>
  <StatusDate>2026-03-06T17:00:00</StatusDate><CurrencyDigits>2</CurrencyDigits><CurrencySymbol>€</CurrencySymbol>
  <CurrencyCode>EUR</CurrencyCode><CalendarUID>1</CalendarUID><DefaultStartTime>08:00:00</DefaultStartTime>
  <MinutesPerDay>450</MinutesPerDay><MinutesPerWeek>2250</MinutesPerWeek><DaysPerMonth>21</DaysPerMonth>
  <WeekStartDay>1</WeekStartDay><SpreadActualCost>0</SpreadActualCost>
  <OutlineCodes><OutlineCode><Guid>AAAA-1</Guid><Values>
    <Value><ValueID>7</ValueID><FieldGUID>BBBB-7</FieldGUID><Type>21</Type><Value>Concrete</Value></Value>
  </Values></OutlineCode></OutlineCodes>
  <ExtendedAttributes>
    <ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Trade</Alias><Ltuid>aaaa-1</Ltuid></ExtendedAttribute>
    <ExtendedAttribute><FieldID>188743786</FieldID><FieldName>Cost1</FieldName></ExtendedAttribute>
    <ExtendedAttribute><FieldID>188743783</FieldID><FieldName>Duration1</FieldName></ExtendedAttribute>
    <ExtendedAttribute><FieldID>188743752</FieldID><FieldName>Flag1</FieldName></ExtendedAttribute>
  </ExtendedAttributes>
  <Calendars>
    <Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>
        <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>
          <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
          <WorkingTime><FromTime>13:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime>
        </WorkingTimes></WeekDay>
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-12-24T00:00:00</FromDate><ToDate>2026-12-26T23:59:00</ToDate></TimePeriod></WeekDay>
      </WeekDays>
      <Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences>
        <TimePeriod><FromDate>2026-12-24T00:00:00</FromDate><ToDate>2026-12-26T23:59:00</ToDate></TimePeriod>
        <Occurrences>3</Occurrences><Name>Christmas</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>
      <WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-07-01T00:00:00</FromDate><ToDate>2026-08-31T23:59:00</ToDate></TimePeriod>
        <Name>Summer</Name><WeekDays><WeekDay><DayType>6</DayType><DayWorking>1</DayWorking><WorkingTimes>
        <WorkingTime><FromTime>06:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></WorkWeek></WorkWeeks>
    </Calendar>
    <Calendar><UID>2</UID><Name>Anna</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar>
  </Calendars>
  <Tasks>
    <Task><UID>0</UID><ID>0</ID><Name>site</Name><OutlineLevel>0</OutlineLevel><OutlineNumber>0</OutlineNumber><Summary>1</Summary></Task>
    <Task><UID>10</UID><ID>1</ID><Name>Groundworks</Name><OutlineLevel>1</OutlineLevel><OutlineNumber>1</OutlineNumber><WBS>A</WBS><Summary>1</Summary><CalendarUID>-1</CalendarUID></Task>
    <Task><UID>11</UID><ID>2</ID><GUID>4F1C</GUID><Name>Dig</Name><Type>1</Type><IsNull>0</IsNull><WBS>A.1</WBS><OutlineNumber>1.1</OutlineNumber>
      <OutlineLevel>2</OutlineLevel><Priority>700</Priority><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish>
      <Duration>PT15H0M0S</Duration><DurationFormat>39</DurationFormat><Work>PT15H30M0S</Work><Manual>1</Manual><Active>0</Active>
      <PercentComplete>50</PercentComplete><FixedCost>10050</FixedCost><Cost>200000.4</Cost><ConstraintType>4</ConstraintType>
      <ConstraintDate>2026-03-02T08:00:00</ConstraintDate><Deadline>2026-03-05T17:00:00</Deadline><TotalSlack>4800</TotalSlack>
      <Stop>2026-03-02T17:00:00</Stop><Resume>2026-03-03T08:00:00</Resume><CalendarUID>1</CalendarUID>
      <IgnoreResourceCalendar>1</IgnoreResourceCalendar><Notes>First line
 second line</Notes><HyperlinkAddress>https://example.org</HyperlinkAddress><HideBar>0</HideBar>
      <ExtendedAttribute><FieldID>188743731</FieldID><ValueID>7</ValueID><ValueGUID>bbbb-7</ValueGUID></ExtendedAttribute>
      <ExtendedAttribute><FieldID>188743786</FieldID><Value>1250</Value></ExtendedAttribute>
      <ExtendedAttribute><FieldID>188743783</FieldID><Value>PT24H0M0S</Value><DurationFormat>8</DurationFormat></ExtendedAttribute>
      <ExtendedAttribute><FieldID>188743752</FieldID><Value>1</Value></ExtendedAttribute>
      <Baseline><Number>0</Number><Start>2026-03-01T08:00:00</Start><Finish>2026-03-02T17:00:00</Finish><Duration>PT16H0M0S</Duration><Work>PT16H0M0S</Work><Cost>100000</Cost></Baseline>
      <Baseline><Number>3</Number><Cost>50</Cost></Baseline>
      <TimephasedData><Type>11</Type><UID>11</UID><Start>2026-03-02T08:00:00</Start><Finish>2026-03-02T17:00:00</Finish><Unit>2</Unit><Value>50</Value></TimephasedData>
    </Task>
    <Task><UID>99</UID><ID>3</ID><IsNull>1</IsNull></Task>
    <Task><UID>12</UID><ID>4</ID><Name>Pour</Name><OutlineLevel>2</OutlineLevel><OutlineNumber>1.2</OutlineNumber><Duration>PT72H0M0S</Duration><DurationFormat>8</DurationFormat>
      <PredecessorLink><PredecessorUID>11</PredecessorUID><Type>1</Type><CrossProject>0</CrossProject><LinkLag>-4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>
    </Task>
    <Task><UID>13</UID><ID>5</ID><Name>Handover</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone>
      <PredecessorLink><PredecessorUID>12</PredecessorUID><Type>0</Type><LinkLag>14400</LinkLag><LagFormat>8</LagFormat></PredecessorLink>
      <PredecessorLink><PredecessorUID>11</PredecessorUID><Type>3</Type><LinkLag>25</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
      <PredecessorLink><PredecessorUID>11</PredecessorUID><Type>2</Type><LinkLag>0</LinkLag></PredecessorLink>
    </Task>
  </Tasks>
  <Resources>
    <Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>
    <Resource><UID>1</UID><ID>1</ID><Name>Anna</Name><Type>1</Type><Initials>A</Initials><Group>Site</Group><EmailAddress>anna@example.org</EmailAddress>
      <MaxUnits>0.50</MaxUnits><CalendarUID>2</CalendarUID><StandardRate>62.5</StandardRate><StandardRateFormat>3</StandardRateFormat><OvertimeRate>80</OvertimeRate><OvertimeRateFormat>2</OvertimeRateFormat><CostPerUse>1000</CostPerUse>
      <Rates><Rate><RatesFrom>2026-01-01T00:00:00</RatesFrom><RatesTo>2026-12-31T23:59:00</RatesTo><RateTable>1</RateTable><StandardRate>70</StandardRate><StandardRateFormat>2</StandardRateFormat></Rate></Rates>
      <AvailabilityPeriods><AvailabilityPeriod><AvailableFrom>2026-01-01T00:00:00</AvailableFrom><AvailableTo>2026-06-30T23:59:00</AvailableTo><AvailableUnits>0.5</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods>
    </Resource>
    <Resource><UID>2</UID><ID>2</ID><Name>Concrete</Name><Type>0</Type><MaterialLabel>m³</MaterialLabel><StandardRate>120</StandardRate><StandardRateFormat>8</StandardRateFormat></Resource>
    <Resource><UID>3</UID><ID>3</ID><Name>Travel</Name><Type>0</Type><IsCostResource>1</IsCostResource><IsGeneric>1</IsGeneric><IsInactive>1</IsInactive></Resource>
  </Resources>
  <Assignments>
    <Assignment><UID>1</UID><TaskUID>11</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Work>PT15H30M0S</Work><ActualWork>PT7H59M60S</ActualWork>
      <Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T17:00:00</Finish><Cost>96875</Cost><Delay>550</Delay>
      <Baseline><Number>0</Number><Work>PT16H0M0S</Work></Baseline>
      <TimephasedData><Type>1</Type><UID>1</UID><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T08:00:00</Finish><Unit>2</Unit><Value>PT7H52M53.24S</Value></TimephasedData>
      <TimephasedData><Type>1</Type><UID>1</UID><Start>2026-03-03T08:00:00</Start><Finish>2026-03-04T08:00:00</Finish><Unit>2</Unit><Value></Value></TimephasedData>
      <TimephasedData><Type>23</Type><UID>1</UID><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T08:00:00</Finish><Unit>2</Unit><Value>800</Value></TimephasedData>
    </Assignment>
    <Assignment><UID>2</UID><TaskUID>12</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>
  </Assignments>
</Project>`

const read = (text: string, options?: MspdiOptions): MspdiProject => {
  const result = readMspdi(utf8(text), options)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const site = read(SITE)
const taskOf = (uid: number) => site.tasks.find((task) => task.uid === uid)

test('a sound file has no problems', () => {
  expect(site.problems).toEqual([])
  expect(site.encoding).toMatchObject({ encoding: 'utf-8', brokenBytes: { count: 0 } })
})

test('project properties are read with their units', () => {
  expect(site.properties).toMatchObject({
    name: 'site.xml',
    title: 'North wing',
    company: 'Mill & Sons',
    start: '2026-03-02T08:00:00',
    finish: '2026-03-20T17:00:00',
    statusDate: '2026-03-06T17:00:00',
    scheduleFromStart: true,
    currency: 'EUR',
    calendarUid: 1,
    minutesPerDay: 450,
    minutesPerWeek: 2250,
    daysPerMonth: 21,
    defaultStartTime: '08:00:00',
    weekStartsOn: 1,
    honorConstraints: true,
  })
})

test('calendars keep their week, exceptions and work weeks', () => {
  const [standard, anna] = site.calendars
  expect(standard).toMatchObject({ uid: 1, name: 'Standard', isBase: true, baseCalendarUid: undefined })
  expect(standard?.weekDays).toEqual([
    { weekday: 7, working: false, times: [] },
    {
      weekday: 1,
      working: true,
      times: [
        { from: '08:00:00', to: '12:00:00' },
        { from: '13:00:00', to: '24:00:00' },
      ],
    },
  ])
  expect(standard?.exceptions).toEqual([
    {
      name: 'Christmas',
      from: '2026-12-24',
      to: '2026-12-26',
      working: false,
      times: [],
      recurrence: { kind: 'every-day' },
      occurrences: undefined,
    },
  ])
  expect(standard?.workWeeks).toEqual([
    {
      name: 'Summer',
      from: '2026-07-01',
      to: '2026-08-31',
      weekDays: [{ weekday: 5, working: true, times: [{ from: '06:00:00', to: '12:00:00' }] }],
    },
  ])
  expect(anna).toMatchObject({ uid: 2, isBase: false, baseCalendarUid: 1, weekDays: [] })
})

test('exceptions of old files are taken from days of type 0', () => {
  const old = read(SITE.replace(/<Exceptions>.*<\/Exceptions>/s, ''))
  expect(old.calendars[0]?.exceptions).toMatchObject([
    { from: '2026-12-24', to: '2026-12-26', working: false },
  ])
})

test('tasks are read in file order, empty rows are counted', () => {
  expect(site.tasks.map((task) => [task.uid, task.name, task.outlineLevel])).toEqual([
    [0, 'site', 0],
    [10, 'Groundworks', 1],
    [11, 'Dig', 2],
    [12, 'Pour', 2],
    [13, 'Handover', 1],
  ])
  expect(site.emptyRows).toEqual({ tasks: 1, resources: 1 })
})

test('the fields of a task keep their meaning', () => {
  expect(taskOf(11)).toMatchObject({
    id: 2,
    guid: '4F1C',
    wbs: 'A.1',
    outlineNumber: '1.1',
    type: 'fixed-duration',
    summary: false,
    manual: true,
    active: false,
    priority: 700,
    start: '2026-03-02T08:00:00',
    finish: '2026-03-03T17:00:00',
    durationMin: 900,
    durationFormat: { unit: 'day', elapsed: false, estimated: true },
    workMin: 930,
    percentComplete: 50,
    fixedCostMinor: 10050,
    costMinor: 200000,
    constraintType: 'start-no-earlier-than',
    constraintDate: '2026-03-02T08:00:00',
    deadline: '2026-03-05T17:00:00',
    totalSlackMin: 480,
    stop: '2026-03-02T17:00:00',
    resume: '2026-03-03T08:00:00',
    calendarUid: 1,
    ignoreResourceCalendar: true,
    notes: 'First line\n second line',
    hyperlink: { text: undefined, address: 'https://example.org', subAddress: undefined },
  })
  expect(taskOf(10)).toMatchObject({
    summary: true,
    active: true,
    calendarUid: undefined,
    constraintType: 'as-soon-as-possible',
  })
  expect(taskOf(12)?.durationFormat).toEqual({ unit: 'day', elapsed: true, estimated: false })
  expect(taskOf(13)).toMatchObject({ milestone: true, hyperlink: undefined, predecessors: [{}, {}, {}] })
})

test('custom fields are named by alias and valued by their sort', () => {
  expect(taskOf(11)?.attributes).toEqual([
    { fieldId: 188743731, name: 'Trade', value: { kind: 'text', text: 'Concrete' } },
    { fieldId: 188743786, name: 'Cost1', value: { kind: 'cost', minor: 1250 } },
    {
      fieldId: 188743783,
      name: 'Duration1',
      value: { kind: 'duration', minutes: 1440, format: { unit: 'day', elapsed: true, estimated: false } },
    },
    { fieldId: 188743752, name: 'Flag1', value: { kind: 'flag', on: true } },
  ])
  expect(site.attributeDefinitions.map(({ fieldName, alias }) => [fieldName, alias])).toEqual([
    ['Text1', 'Trade'],
    ['Cost1', undefined],
    ['Duration1', undefined],
    ['Flag1', undefined],
  ])
})

test('baselines and amounts over time are kept', () => {
  expect(taskOf(11)?.baselines).toEqual([
    {
      number: 0,
      start: '2026-03-01T08:00:00',
      finish: '2026-03-02T17:00:00',
      durationMin: 960,
      workMin: 960,
      costMinor: 100000,
    },
    {
      number: 3,
      start: undefined,
      finish: undefined,
      durationMin: undefined,
      workMin: undefined,
      costMinor: 50,
    },
  ])
  expect(taskOf(11)?.timephased).toMatchObject([{ measure: 'percent-complete', amount: 50 }])
  expect(site.assignments[0]?.timephased).toEqual([
    {
      measure: 'remaining-work',
      baseline: undefined,
      start: '2026-03-02T08:00:00',
      finish: '2026-03-03T08:00:00',
      amount: 472.887,
    },
    {
      measure: 'remaining-work',
      baseline: undefined,
      start: '2026-03-03T08:00:00',
      finish: '2026-03-04T08:00:00',
      amount: 0,
    },
    {
      measure: 'baseline-cost',
      baseline: 2,
      start: '2026-03-02T08:00:00',
      finish: '2026-03-03T08:00:00',
      amount: 800,
    },
  ])
  expect(read(SITE, { timephased: 'work' }).assignments[0]?.timephased.map(({ measure }) => measure)).toEqual(
    ['remaining-work', 'remaining-work'],
  )
})

test('links carry kind and lag in its own unit', () => {
  expect(site.links).toEqual([
    {
      predecessorUid: 11,
      successorUid: 12,
      kind: 'FS',
      lag: { kind: 'working', minutes: -480 },
      leftOut: undefined,
    },
    {
      predecessorUid: 12,
      successorUid: 13,
      kind: 'FF',
      lag: { kind: 'elapsed', minutes: 1440 },
      leftOut: undefined,
    },
    {
      predecessorUid: 11,
      successorUid: 13,
      kind: 'SS',
      lag: { kind: 'percent', percent: 25, elapsed: false },
      leftOut: undefined,
    },
    {
      predecessorUid: 11,
      successorUid: 13,
      kind: 'SF',
      lag: { kind: 'working', minutes: 0 },
      leftOut: undefined,
    },
  ])
})

test('resources keep type, rates and availability', () => {
  const [anna, concrete, travel] = site.resources
  expect(anna).toMatchObject({
    uid: 1,
    name: 'Anna',
    type: 'work',
    initials: 'A',
    group: 'Site',
    email: 'anna@example.org',
    maxUnits: 0.5,
    calendarUid: 2,
    standardRate: { amount: 62.5, shownPer: 'day' },
    overtimeRate: { amount: 80, shownPer: 'hour' },
    costPerUseMinor: 1000,
    rates: [{ table: 1, from: '2026-01-01T00:00:00', standardRate: { amount: 70, shownPer: 'hour' } }],
    availability: [{ from: '2026-01-01T00:00:00', to: '2026-06-30T23:59:00', units: 0.5 }],
  })
  expect(concrete).toMatchObject({
    type: 'material',
    materialLabel: 'm³',
    standardRate: { amount: 120, shownPer: 'material-unit' },
  })
  expect(travel).toMatchObject({ type: 'cost', generic: true, inactive: true })
})

test('assignments tie task and resource, or wait for somebody', () => {
  expect(site.assignments).toMatchObject([
    {
      uid: 1,
      taskUid: 11,
      resourceUid: 1,
      units: 0.5,
      workMin: 930,
      actualWorkMin: 480,
      costMinor: 96875,
      delayMin: 55,
      baselines: [{ number: 0, workMin: 960 }],
    },
    { uid: 2, taskUid: 12, resourceUid: undefined },
  ])
})

test('elements that are not taken over are counted by path', () => {
  expect(site.ignored).toEqual({ 'Project/SpreadActualCost': 1, 'Task/HideBar': 1 })
})

test('a file is described in numbers', () => {
  expect(describeMspdi(site)).toEqual({
    tasks: 4,
    summaries: 1,
    milestones: 1,
    manual: 1,
    inactive: 1,
    deepestLevel: 2,
    constraints: 1,
    deadlines: 1,
    links: { FS: 1, SS: 1, FF: 1, SF: 1 },
    linksWithLag: 3,
    linksLeftOut: 0,
    resources: { work: 1, material: 1, cost: 1 },
    assignments: 2,
    unassigned: 1,
    calendars: { base: 1, derived: 1 },
    calendarExceptions: 1,
    baselines: [0, 3],
    customFields: 4,
    timephased: 4,
    errors: 0,
    warnings: 0,
  })
})

test.each([
  ['JPY', 2000, 13],
  ['KWD', 2_000_004, 12500],
])('money becomes minor units of %s', (currency, cost, custom) => {
  const project = read(SITE.replace('<CurrencyCode>EUR', `<CurrencyCode>${currency}`))
  const task = project.tasks.find(({ uid }) => uid === 11)
  expect(task?.costMinor).toBe(cost)
  expect(task?.attributes[1]?.value).toEqual({ kind: 'cost', minor: custom })
})

test('rows inside an inserted project are not taken for rows of this one', () => {
  const inserted =
    '<Task><UID>5</UID><Name>Sub</Name><Project><Tasks><Task><UID>6</UID></Task></Tasks></Project></Task></Tasks>'
  const project = read(SITE.replace('</Tasks>', inserted))
  expect(project.tasks.map(({ uid }) => uid)).toEqual([0, 10, 11, 12, 13, 5])
  expect(project.ignored).toMatchObject({ 'Project/Tasks': 1 })
})

test.each([
  ['another document', '<APIBusinessObjects><Project/></APIBusinessObjects>', 'mspdi.not_a_project'],
  ['another document, cut off', '<html><body>', 'mspdi.not_a_project'],
  ['a cut file', SITE.slice(0, 4000), 'xml.malformed'],
  [
    'an entity bomb',
    `<!DOCTYPE Project [<!ENTITY a "b">]>${SITE.slice(SITE.indexOf('<Project'))}`,
    'xml.doctype_refused',
  ],
  ['nothing', '', 'xml.malformed'],
])('%s is refused', (_name, text, code) => {
  expect(readMspdi(utf8(text))).toMatchObject({ ok: false, refusal: { code } })
})

test('more rows than allowed are refused', () => {
  expect(readMspdi(utf8(SITE), { maxRows: 18 })).toEqual({
    ok: false,
    refusal: { code: 'mspdi.too_many_rows', params: { limit: 18 } },
  })
})

test('a row of endless content is refused while it is read', () => {
  const reader = createMspdiReader()
  const baselines = utf8('<Baseline><Number>0</Number></Baseline>'.repeat(10_000))
  reader.push(utf8('<Project><Tasks>\n<Task><UID>1</UID>'))
  const answers = Array.from({ length: 40 }, () => reader.push(baselines))
  expect(answers.at(-1)).toEqual({
    ok: false,
    refusal: { code: 'mspdi.row_too_large', params: { limit: 500_000, line: 2 } },
  })
})

test('a refusal stays', () => {
  const reader = createMspdiReader({ limits: { maxBytes: 100 } })
  const refused = { ok: false, refusal: { code: 'xml.too_large', params: { limit: 100 } } }
  expect(reader.push(utf8(SITE))).toEqual(refused)
  expect(reader.push(utf8('x'))).toEqual(refused)
  expect(reader.end()).toEqual(refused)
})

test('values that cannot be read are told by element and line, and count as absent', () => {
  const project = read(
    SITE.replace('<Priority>700', '<Priority>high')
      .replace('<Deadline>2026-03-05T17:00:00', '<Deadline>2026-03-05T17:-0:00')
      .replace('<ConstraintDate>2026', '<ConstraintDate>2226')
      .replace('PT15H30M0S', 'fifteen hours'),
  )
  const line = SITE.slice(0, SITE.indexOf('<UID>11')).split('\n').length
  expect(project.problems.every(({ subject }) => subject.kind === 'task' && subject.uid === 11)).toBe(true)
  expect(
    project.problems.map(({ code, line, params }) => [code, line, params?.['element'], params?.['value']]),
  ).toEqual([
    ['mspdi.value_unreadable', line, 'Work', 'fifteen hours'],
    ['mspdi.value_unreadable', line, 'Priority', 'high'],
    ['mspdi.date_out_of_range', line, 'ConstraintDate', '2226-03-02T08:00:00'],
    ['mspdi.value_unreadable', line, 'Deadline', '2026-03-05T17:-0:00'],
  ])
  expect(project.tasks[2]).toMatchObject({ workMin: undefined, priority: undefined, deadline: undefined })
})

test('broken bytes and forbidden characters are told once', () => {
  const bytes = utf8(SITE.replace('<Name>Dig', '<Name>D\u000big'))
  const at = SITE.indexOf('North')
  bytes[utf8(SITE.slice(0, at)).length] = 0xff
  const result = readMspdi(bytes)
  expect(result).toMatchObject({
    ok: true,
    value: {
      problemCounts: { 'mspdi.encoding_broken': 1, 'mspdi.characters_forbidden': 1 },
      properties: { title: '\ufffdorth wing' },
    },
  })
})

test('the pieces a file comes in do not matter', () => {
  const bytes = utf8(SITE)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (step) => {
      const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) =>
        bytes.subarray(index * step, (index + 1) * step),
      )
      expect(readMspdi(pieces)).toEqual({ ok: true, value: site })
    }),
    { seed: 71, numRuns: 25 },
  )
})

/** Changes a file the way hostile or broken programs do. */
const mutation = fc.record({
  at: fc.nat({ max: SITE.length }),
  remove: fc.nat({ max: 60 }),
  insert: fc.oneof(
    fc.constantFrom(
      '',
      '<',
      '>',
      '</Task>',
      '<Task>',
      '-1',
      '99999999999999999999',
      'PT-1H',
      '&',
      '\0',
      '<UID>11</UID>',
      '2026-02-30T00:00:00',
      'NaN',
      '1e400',
      '<!--',
      '<Tasks>',
      '𝄞',
    ),
    fc.string({ maxLength: 10 }),
  ),
})

test('a mutated file is read or refused, never a crash', () => {
  const isAnswered = (mutations: readonly { at: number; remove: number; insert: string }[]) => {
    const text = mutations.reduce(
      (mutated, { at, remove, insert }) => mutated.slice(0, at) + insert + mutated.slice(at + remove),
      SITE,
    )
    const result = readMspdi(utf8(text))
    if (!result.ok) return result.refusal.code.length > 0
    return describeMspdi(result.value).tasks >= 0
  }
  const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), isAnswered)
  expect(fc.check(property, { seed: 72, numRuns: 600 })).toMatchObject({ failed: false })
})

test('changed values inside sound markup never crash and never refuse', () => {
  const leaf = />([^<>]*[^<>\s][^<>]*)</g
  const places = [...SITE.matchAll(leaf)].map((match) => ({
    at: match.index + 1,
    length: match[1]?.length ?? 0,
  }))
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '-1',
      '0',
      '1',
      '1e308',
      '-PT5H0M0S',
      'PT99999999999999999999H',
      '0001-01-01T00:00:00',
      '2201-01-01T00:00:00',
      '12',
      '11',
      '10',
      '13',
      'true',
      'constructor',
      '__proto__',
    ),
    fc.integer().map(String),
    fc.string({ unit: fc.constantFrom('a', '1', '-', ':', 'T', 'P', 'é'), maxLength: 12 }),
  )
  const isRead = (changes: readonly (readonly [number, string])[]) => {
    const byPlace = new Map(changes.map(([place, text]) => [place % places.length, text]))
    let text = ''
    let from = 0
    places.forEach(({ at, length }, index) => {
      text += SITE.slice(from, at) + (byPlace.get(index) ?? SITE.slice(at, at + length))
      from = at + length
    })
    return readMspdi(utf8(text + SITE.slice(from))).ok
  }
  const changes = fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 30 })
  expect(fc.check(fc.property(changes, isRead), { seed: 73, numRuns: 500 })).toMatchObject({ failed: false })
})

test('any bytes are answered', () => {
  const isAnswered = (bytes: Uint8Array) => {
    const result = readMspdi(bytes)
    return result.ok || result.refusal.code !== ''
  }
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), isAnswered)
  expect(fc.check(property, { seed: 74, numRuns: 1000 })).toMatchObject({ failed: false })
})
