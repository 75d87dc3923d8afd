import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOfDurationFormat, durationFormatByCode } from './codes.ts'
import { type MspdiContent, readMspdi, writeMspdi } from './index.ts'
import { durationText } from './project-writer.ts'
import { arbitraryContent } from './testing/arbitrary-rows.ts'
import { codeOfTimephased, timephasedKindByCode } from './timephased.ts'

/** What was read, with every line number 0. */
function readBack(document: string): MspdiContent {
  const read = readMspdi(new TextEncoder().encode(document))
  if (!read.ok) throw new Error(read.refusal.code)
  const { properties, attributeDefinitions, calendars, tasks, resources, assignments } = read.value
  const unplaced = <Row extends { readonly line: number }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, line: 0 }))
  return {
    properties,
    attributeDefinitions,
    calendars: unplaced(calendars),
    tasks: unplaced(tasks).map((task) => ({ ...task, predecessors: unplaced(task.predecessors) })),
    resources: unplaced(resources),
    assignments: unplaced(assignments),
  }
}

test('what is written reads as the same project', () => {
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      expect(readBack(writeMspdi(content))).toEqual(content)
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('nothing that is written is unknown to the reader', () => {
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      const read = readMspdi(new TextEncoder().encode(writeMspdi(content)))
      expect(read.ok && read.value.ignored).toEqual({})
    }),
    { seed: 5, numRuns: 100 },
  )
})

/** A document has one root and each element after the one before it in the schema. */
const ORDER = [
  ...['SaveVersion', 'GUID', 'Name', 'Title', 'CreationDate', 'LastSaved', 'ScheduleFromStart', 'StartDate'],
  ...['FinishDate', 'CriticalSlackLimit', 'CurrencyDigits', 'CurrencySymbol', 'CurrencyCode', 'CalendarUID'],
  ...['DefaultStartTime', 'DefaultFinishTime', 'MinutesPerDay', 'MinutesPerWeek', 'DaysPerMonth'],
  ...['DefaultTaskType', 'HonorConstraints', 'MultipleCriticalPaths', 'NewTasksEffortDriven'],
  ...['SplitsInProgressTasks', 'WeekStartDay', 'MoveCompletedEndsBack', 'MoveRemainingStartsBack'],
  ...['MoveRemainingStartsForward', 'MoveCompletedEndsForward', 'BaselineForEarnedValue', 'StatusDate'],
  ...['CurrentDate', 'NewTasksAreManual', 'OutlineCodes', 'ExtendedAttributes', 'Calendars', 'Tasks'],
  ...['Resources', 'Assignments'],
]

test('the elements of the project stand in the order of the schema', () => {
  fc.assert(
    fc.property(arbitraryContent, (content) => {
      const names = [...writeMspdi(content).matchAll(/^ {2}<([A-Za-z]+)>/gm)].map((match) => match[1] ?? '')
      const places = names.map((name) => ORDER.indexOf(name)).filter((place) => place >= 0)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(names.slice(-4)).toEqual(['Calendars', 'Tasks', 'Resources', 'Assignments'])
    }),
    { seed: 6, numRuns: 50 },
  )
})

test.each([
  [0, 'PT0H0M0S'],
  [450, 'PT7H30M0S'],
  [-90, '-PT1H30M0S'],
  [0.001, 'PT0H0M0.06S'],
  [60_000.5, 'PT1000H0M30S'],
])('%s minutes are written %s', (minutes, written) => {
  expect(durationText(minutes)).toBe(written)
})

test('every code of a duration format and a time-phased amount comes back', () => {
  for (let code = 0; code < 60; code += 1) {
    const format = durationFormatByCode(code)
    if (format !== undefined) expect(codeOfDurationFormat(format)).toBe(code)
  }
  for (let code = 0; code < 80; code += 1) {
    const kind = timephasedKindByCode(code)
    if (kind === undefined) continue
    expect(timephasedKindByCode(codeOfTimephased(kind, 'task'))).toEqual(kind)
    expect(timephasedKindByCode(codeOfTimephased(kind, 'assignment'))).toEqual(kind)
  }
})
