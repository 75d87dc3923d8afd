import type { WorkingCalendar } from '@millrace/core/calendar'
import { seededRandom } from '@millrace/core/kernel'
import type { LevelInput, PlanAssignment, PlanLink, PlanOptions, PlanTask } from '@millrace/core/schedule'

/** 2026-11-02, a Monday, at the beginning of a day of eight hours. */
export const START = Date.parse('2026-11-02T09:00Z') / 60_000
export const DAY = 480
const PEOPLE = 20
const WINDOW = 60

/** The working hours that TaskJuggler begins with: nine to five. */
const SHIFTS = [{ from: 540, to: 1020 }]

/** A task of a seeded plan: days of effort of one named person, after up to two of the 60 tasks before it. */
export type SeededTask = {
  readonly days: number
  readonly person: number
  readonly after: readonly number[]
}

/** How people get their tasks: drawn at random, so that one of them has most to do; or in turn. */
export type Sharing = 'drawn' | 'in turn'

/** Seeded plans of the shape that levelling is compared on. */
export function seededTasks(count: number, seed: number, sharing: Sharing): readonly SeededTask[] {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, index) => {
    const days = 1 + below(10)
    const drawn = below(PEOPLE)
    const person = sharing === 'drawn' ? drawn : index % PEOPLE
    const links = index === 0 ? 0 : below(3)
    const after = Array.from({ length: links }, () => index - 1 - below(Math.min(WINDOW, index)))
    return { days, person, after: [...new Set(after)] }
  })
}

/** The plan as Millrace levels it. */
export function toLevelInput(seeded: readonly SeededTask[]): LevelInput {
  return {
    plans: [
      { tasks: seeded.map(toTask), links: seeded.flatMap(toLinks), calendars: [OFFICE], options: OPTIONS },
    ],
    resources: Array.from({ length: PEOPLE }, (_, index) => ({
      id: name('r', index),
      kind: 'person',
      calendarId: OFFICE.id,
      maxUnits: 1,
    })),
    assignments: seeded.map(
      ({ person }, index): PlanAssignment => ({
        id: name('a', index),
        itemId: name('t', index),
        resourceId: name('r', person),
        units: 1,
        workMin: null,
      }),
    ),
    frozenUntil: null,
  }
}

const OFFICE: WorkingCalendar = {
  id: 'office',
  baseId: null,
  name: 'Office',
  timeZone: 'UTC',
  week: [...Array.from({ length: 5 }, () => SHIFTS), [], []],
  periods: [],
  exceptions: [],
}

const OPTIONS: PlanOptions = {
  startAt: START,
  statusAt: null,
  calendarId: OFFICE.id,
  lagCalendar: 'project',
  precedence: 'logic',
  progress: 'retained',
  criticalMin: 0,
  nearCriticalMin: 0,
}

function toTask({ days }: SeededTask, index: number): PlanTask {
  return {
    id: name('t', index),
    parentId: null,
    kind: 'task',
    durationMin: days * DAY,
    isElapsed: false,
    calendarId: null,
    constraint: null,
    deadlineAt: null,
    levelledAt: null,
    manual: null,
    actual: null,
  }
}

function toLinks({ after }: SeededTask, index: number): readonly PlanLink[] {
  return after.map(
    (from): PlanLink => ({
      id: `${name('t', from)}-${name('t', index)}`,
      fromId: name('t', from),
      toId: name('t', index),
      kind: 'FS',
      lag: 0,
      lagUnit: 'workingMin',
    }),
  )
}

/** The plan as TaskJuggler reads it, with a report of dates. */
export function toTaskJuggler(seeded: readonly SeededTask[]): string {
  const people = Array.from({ length: PEOPLE }, (_, index) => `resource ${name('r', index)} "R"`)
  const tasks = seeded.map(({ days, person, after }, index) => {
    const depends = after.length > 0 ? ` depends ${after.map((from) => name('t', from)).join(', ')}` : ''
    return `task ${name('t', index)} "T" { effort ${days}d allocate ${name('r', person)}${depends} }`
  })
  return [
    'project bench "Bench" 2026-11-02 +20y { timezone "UTC" }',
    ...people,
    ...tasks,
    'taskreport dates "dates" { formats csv timeformat "%Y-%m-%dT%H:%M" columns id, end }',
    '',
  ].join('\n')
}

/** Ids whose order is that of the numbers. */
function name(letter: string, index: number): string {
  return `${letter}${String(index).padStart(5, '0')}`
}

/** Working days of the office from the start to a moment at which work was done. */
export function workingDays(at: number): number {
  const days = Math.floor(at / 1440) - Math.floor(START / 1440)
  const whole = Math.floor(days / 7) * 5 + Math.min(5, days % 7)
  const minute = at % 1440
  const done = SHIFTS.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, minute) - from), 0)
  return whole + done / DAY
}
