import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { PlainFault } from '../platform/fault.ts'
import { UsageFault } from './command.ts'
import { scheduleCommand } from './schedule.ts'
import { MillraceProcesses } from './testing/millrace-process.ts'

const processes = await MillraceProcesses.open()
afterAll(() => processes.close())
const { folder } = processes

const days = [2, 3, 4, 5, 6]
  .map(
    (type) => `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes>
      <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
      <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`,
  )
  .join('')
const task = (uid: number, name: string, more: string, level = 2) =>
  `<Task><UID>${uid}</UID><Name>${name}</Name><WBS>1.${uid}</WBS><OutlineLevel>${level}</OutlineLevel>
   <Duration>PT16H0M0S</Duration><DurationFormat>7</DurationFormat>${more}</Task>`
const after = (uid: number, lag = 0) =>
  `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type><LinkLag>${lag}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`
const stated = (start: string, finish: string) => `<Start>${start}:00</Start><Finish>${finish}:00</Finish>`

const SITE = [
  task(1, 'Ground', '', 1),
  task(2, 'Dig', stated('2026-11-05T08:00', '2026-11-06T17:00')),
  task(
    3,
    'Pour',
    `${stated('2026-11-09T08:00', '2026-11-10T17:00')}<Deadline>2026-11-11T17:00:00</Deadline>${after(2, 4800)}`,
  ),
  task(4, 'Old fence', '<Active>0</Active>'),
]

/** A project that begins on Thursday 2026-11-05. */
async function fileOf(name: string, tasks: readonly string[], more = '', pool = ''): Promise<string> {
  const path = join(folder, name)
  await writeFile(
    path,
    `<Project xmlns="http://schemas.microsoft.com/project"><Title>North</Title><StartDate>2026-11-05T08:00:00</StartDate>
     <CalendarUID>1</CalendarUID><CurrencyCode>EUR</CurrencyCode><Calendars><Calendar><UID>1</UID><Name>Site</Name>
     <IsBaseCalendar>1</IsBaseCalendar><WeekDays>${days}</WeekDays></Calendar>${more}</Calendars><Tasks>${tasks.join('')}</Tasks>${pool}</Project>`,
  )
  return path
}

/** Runs the command without any database. */
async function schedule(...args: readonly string[]): Promise<string> {
  const lines: string[] = []
  const none = () => Promise.reject(new Error('no database is needed'))
  const context = { args, config: readConfig({}), openDatabase: none, takeDatabase: none }
  const code = await scheduleCommand.run({ ...context, print: (line) => lines.push(line) })
  expect(code).toBe(0)
  return lines.join('\n')
}

test('a project file is printed with dates, float, what is critical and why', async () => {
  const table = (await schedule(await fileOf('site.xml', SITE))).split('\n\n')[0]
  expect(table?.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'WBS | Name | Start | Finish | Float | Why here',
    '1.1 | Ground | 2026-11-05 08:00 | 2026-11-11 17:00 | 0 d | * | 1.3 Pour',
    '1.2 | Dig | 2026-11-05 08:00 | 2026-11-06 17:00 | 0 d | * | start of the project',
    '1.3 | Pour | 2026-11-10 08:00 | 2026-11-11 17:00 | 0 d | * | 1.2 Dig (FS +1 d)',
  ])
})

test('then come conflicts, what is not as in the file, and where its own dates differ', async () => {
  const late = SITE.with(
    2,
    task(
      3,
      'Pour',
      `${stated('2026-11-09T08:00', '2026-11-10T17:00')}<Deadline>2026-11-10T17:00:00</Deadline>${after(2, 4800)}`,
    ),
  )
  const output = await schedule(await fileOf('late.xml', late))
  expect(output).toContain('Conflicts: 1\n  1.3 Pour: its deadline is missed by 1 d (2026-11-10 17:00).')
  expect(output).toContain('Not as in the file: 1\n  Old fence: It is inactive and has no part in the plan.')
  expect(output).toContain('1 of 2 calculated tasks lie on other dates than the file states')
  expect(output).toMatch(
    /1\.3 Pour: 2026-11-09 08:00 to .* in the file, 2026-11-10 08:00 to .* here \(start 1 d, finish 1 d\)/,
  )
})

test('what is written is scheduled to the dates that it states', async () => {
  const out = join(folder, 'out.xml')
  await schedule(await fileOf('site.xml', SITE), '--out', out)
  const xml = await readFile(out, 'utf8')
  expect(xml).toContain('<Name>Old fence</Name>')
  expect(xml).toContain('<Critical>1</Critical>')
  expect(xml).toContain('<LateFinish>2026-11-11T17:00:00</LateFinish>')
  expect(await schedule(out)).toContain('All 2 calculated tasks lie on the dates that the file states.')
})

test('a Primavera file is read and written too', async () => {
  const path = join(folder, 'site.xer')
  const row = (...cells: readonly string[]) => `%R\t${cells.join('\t')}`
  const lines = [
    'ERMHDR\t18.8',
    '%T\tPROJECT',
    '%F\tproj_id\tproj_short_name\tplan_start_date',
    row('1', 'NORTH', '2026-11-05 08:00'),
    '%T\tTASK',
    '%F\ttask_id\tproj_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt',
    row('10', '1', 'A10', 'Dig', 'TT_Task', '16'),
    row('11', '1', 'A11', 'Pour', 'TT_Task', '8'),
    '%T\tTASKPRED',
    '%F\ttask_pred_id\ttask_id\tpred_task_id\tpred_type\tlag_hr_cnt',
    row('1', '11', '10', 'PR_FS', '0'),
    '%E',
  ]
  await writeFile(path, lines.join('\r\n'))
  const out = join(folder, 'from-xer.xml')
  expect(await schedule(path, '--out', out)).toMatch(/A11 {2}Pour {2}2026-11-09 08:00 .* A10 Dig \(FS\)/)
  expect(await schedule(out)).toMatch(/A11 {2}Pour {2}2026-11-09 08:00/)
})

/** One crane, on two tasks of two days each that begin together. */
const CRANE = `<Resources><Resource><UID>1</UID><Name>Crane</Name><Type>1</Type><MaxUnits>1</MaxUnits></Resource></Resources>
  <Assignments>${[2, 3]
    .map(
      (uid) =>
        `<Assignment><UID>${uid}</UID><TaskUID>${uid}</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>`,
    )
    .join('')}</Assignments>`
const LIFTED = [
  task(2, 'Lift walls', '<Priority>500</Priority>', 1),
  task(3, 'Lift roof', '<Priority>800</Priority>', 1),
]

test('levelled, tasks wait for what they need, the more urgent first, and say what they wait for', async () => {
  const path = await fileOf('crane.xml', LIFTED, '', CRANE)
  expect(await schedule(path)).toMatch(/Lift walls {2}2026-11-05 08:00/)
  const output = await schedule(path, '--level')
  expect(output).toMatch(/Lift roof {3}2026-11-05 08:00 .* start of the project/)
  expect(output).toMatch(
    /Lift walls {2}2026-11-09 08:00 .* Crane is with 1\.3 Lift roof until 2026-11-06 17:00/,
  )
  expect(output).toContain('Levelled: 1 put off, no plan is shorter')
})

/** The crane again, under another number, on a task of another project. */
const OTHER_CRANE = CRANE.replaceAll('<UID>1</UID><Name>Crane', '<UID>7</UID><Name> crane').replaceAll(
  '<ResourceUID>1<',
  '<ResourceUID>7<',
)

test('several files are levelled over the people and machines that they share by name', async () => {
  const north = await fileOf('north.xml', LIFTED, '', CRANE)
  const roof = task(2, 'Lift tank', '<Priority>900</Priority>', 1)
  const south = await fileOf('south.xml', [roof], '', OTHER_CRANE)
  const alone = await schedule(north, south)
  expect(alone).toMatch(/Lift roof {3}2026-11-05 08:00/)
  expect(alone).not.toContain('Shared by several files')
  const output = await schedule(north, south, '--level')
  expect(output).toMatch(/Lift tank {2}2026-11-05 08:00/)
  expect(output).toMatch(
    /Lift roof {3}2026-11-09 08:00 .* Crane is with 1\.2 Lift tank \(North\) until 2026-11-06 17:00/,
  )
  expect(output).toMatch(/Lift walls {2}2026-11-11 08:00 .* Crane is with 1\.3 Lift roof until/)
  expect(output).toContain(`Shared by several files: 1\n  Crane: ${north}, ${south}`)

  const out = join(folder, 'levelled')
  await expect(schedule(north, south, '--level', '--out', out)).rejects.toThrow(/levelled is no folder/)
  await mkdir(out)
  await schedule(north, south, '--level', '--out', out)
  const again = await schedule(join(out, 'north.xml'))
  expect(again).toMatch(/Lift roof {3}2026-11-09 08:00 .* put off by levelling/)
  const told: unknown = JSON.parse(await schedule(north, south, '--level', '--json'))
  expect(told).toMatchObject([
    { file: north, tasks: [{ id: '2' }, { id: '3' }], levelling: { tasks: [{ id: '2' }, { id: '3' }] } },
    { file: south, tasks: [{ id: '2' }], levelling: { tasks: [] } },
  ])
})

test('several plans are written where none of them is lost', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  await Promise.all([mkdir(one), mkdir(two)])
  const first = await fileOf('one/site.xml', SITE)
  const second = await fileOf('two/site.xml', SITE)
  await expect(schedule(first, second, '--out', folder)).rejects.toThrow(/Two plans would be written to/)
  const other = await fileOf('other.xml', SITE)
  await expect(schedule(first, other, '--out', one)).rejects.toThrow(/is read, and would be overwritten/)
  await expect(schedule(first, first)).rejects.toThrow(UsageFault)
  await expect(schedule(first, '--out', '')).rejects.toThrow(UsageFault)
  await expect(schedule(first, `${second}.missing`)).rejects.toThrow(/There is no file/)
})

test('what levelling put off is written as its delay, and stays where it was put', async () => {
  const out = join(folder, 'levelled.xml')
  await schedule(await fileOf('crane.xml', LIFTED, '', CRANE), '--level', '--out', out)
  // From Thursday to Monday, in tenths of minutes around the clock.
  expect(await readFile(out, 'utf8')).toContain('<LevelingDelay>57600</LevelingDelay>')
  const again = await schedule(out)
  expect(again).toMatch(/Lift walls {2}2026-11-09 08:00 .* put off by levelling/)
  expect(again).toContain('All 2 calculated tasks lie on the dates that the file states.')
})

test('what there is never again enough of is named', async () => {
  const until = `<AvailabilityPeriods><AvailabilityPeriod><AvailableFrom>2026-01-01T00:00:00</AvailableFrom>
    <AvailableTo>2026-11-06T23:59:00</AvailableTo><AvailableUnits>1</AvailableUnits></AvailabilityPeriod></AvailabilityPeriods></Resource>`
  const gone = CRANE.replace('</Resource>', until)
  const output = await schedule(await fileOf('gone.xml', LIFTED, '', gone), '--level')
  expect(output).toContain('Never enough of what they need: 1\n  1.2 Lift walls')
})

test('as JSON everything is told to programs', async () => {
  const told: unknown = JSON.parse(await schedule(await fileOf('site.xml', SITE), '--json'))
  expect(told).toMatchObject({
    name: 'North',
    finish: '2026-11-11T17:00:00',
    tasks: [
      { id: '1' },
      {
        id: '2',
        start: '2026-11-05T08:00:00',
        totalFloatMin: 0,
        isCritical: true,
        reason: { kind: 'project' },
      },
      { id: '3', startInFile: '2026-11-09T08:00:00', reason: { kind: 'link', linkId: '2-3-FS' } },
    ],
    notes: [{ code: 'plan.task_inactive' }],
    comparison: { compared: 2, differing: [{ itemId: '3', startOffMin: 480, finishOffMin: 480 }] },
  })
})

test.each<[string, (path: string) => Promise<string>, RegExp]>([
  ['is not there', async (path) => `${path}/nowhere.xml`, /There is no file .*nowhere\.xml\./],
  [
    'is no plan',
    async (path) => {
      await writeFile(`${path}/page.xml`, '<html></html>')
      return `${path}/page.xml`
    },
    /page\.xml is no plan that can be read: It is XML, but not of Microsoft Project: it begins with html\./,
  ],
  [
    'closes a circle',
    () => fileOf('circle.xml', [task(2, 'Dig', after(3)), task(3, 'Pour', after(2))]),
    /circle\.xml cannot be scheduled without .*\nline \d+, (Dig|Pour): The link .* would close a circle: (Dig, Pour|Pour, Dig)\./,
  ],
  [
    'goes by a calendar without working time',
    () =>
      fileOf(
        'idle.xml',
        [task(2, 'Dig', '<CalendarUID>2</CalendarUID>')],
        '<Calendar><UID>2</UID><Name>Never</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>',
      ),
    /The calendar Never has no working time at all\./,
  ],
  ['is a folder', async (path) => path, /is a folder\. Give the name of a file\./],
  [
    'goes by calendars that are based on each other',
    () =>
      fileOf(
        'round.xml',
        [task(2, 'Dig', '<CalendarUID>2</CalendarUID>')],
        [2, 3]
          .map(
            (uid) =>
              `<Calendar><UID>${uid}</UID><Name>Round ${uid}</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>${5 - uid}</BaseCalendarUID></Calendar>`,
          )
          .join(''),
      ),
    /round\.xml cannot be scheduled\. .*Round/,
  ],
  [
    'has a duration below zero',
    () => fileOf('below.xml', [task(2, 'Dig', '').replace('PT16H0M0S', '-PT16H0M0S')]),
    /line \d+, Dig: Duration is below zero\./,
  ],
  [
    'has a date before 1900',
    () => fileOf('early.xml', [task(2, 'Dig', '<Deadline>1850-01-01T17:00:00</Deadline>')]),
    /line \d+, Dig: Deadline says 1850-01-01T17:00:00, outside of 1900 to 2200/,
  ],
  [
    'takes longer than until 2200',
    () => fileOf('long.xml', [task(2, 'Dig', '').replace('PT16H', 'PT900000H')]),
    /Dig/,
  ],
  [
    'goes by a calendar that is not there',
    () => fileOf('gone-calendar.xml', [task(2, 'Dig', '<CalendarUID>9</CalendarUID>')]),
    /line \d+, Dig: Its calendar \(9\) is not in the file/,
  ],
  [
    'has somebody on a task who is not there',
    () =>
      fileOf(
        'gone-resource.xml',
        [task(2, 'Dig', '')],
        '',
        '<Assignments><Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>9</ResourceUID></Assignment></Assignments>',
      ),
    /line \d+, Dig: An assignment of a resource that is not in the file \(9\)/,
  ],
])('a file that %s is refused in a sentence', async (_name, make, sentence) => {
  const path = await make(folder)
  const refused = await schedule(path).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(PlainFault)
  expect(String(refused)).toMatch(sentence)
})

test('a folder that is not there for the result is told, and the command line must make sense', async () => {
  const path = await fileOf('site.xml', SITE)
  await expect(schedule(path, '--out', join(folder, 'no', 'out.xml'))).rejects.toThrow(
    /There is no folder for/,
  )
  await expect(schedule()).rejects.toThrow(UsageFault)
  await expect(schedule(path, '--fast')).rejects.toThrow(UsageFault)
})

test('the exit code says how it went', async () => {
  const path = await fileOf('site.xml', SITE)
  expect(await processes.run(['schedule', path], {})).toMatchObject({ code: 0, complaint: '' })
  const refused = await processes.run(['schedule', `${path}.missing`], {})
  expect([refused.code, refused.complaint.trim().split('\n').length]).toEqual([1, 1])
})
