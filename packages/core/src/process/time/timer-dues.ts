import { WallClock, type WorkingClocks } from '../../calendar/index.ts'
import { dayNumber, type Instant, nextDay, plainDate } from '../../kernel/index.ts'
import type { TimerDue } from '../engine/machine.ts'
import type { TimerCycle, TimerRule } from '../engine/state.ts'
import type { TimerCounting } from '../model/bpmn-model.ts'
import { addLength, type Counting } from './add-length.ts'
import type { Schedule } from './read-rrule.ts'
import { type Repeat, readTimer, type TimerFault } from './read-timer.ts'
import { momentOf, msOf } from './written-moment.ts'

/** Where times without a zone are meant, and the calendars by which working time is counted. */
export type TimerSurroundings = {
  readonly timeZone: string
  readonly clocks: WorkingClocks
  /** The calendar of timers that count in working time and name none; null: there is none. */
  readonly calendar: string | null
}

/** Behind 2200-12-31 nothing is planned. */
const LAST: Instant = Date.UTC(2201, 0, 1) - 1
const DAY_MIN = 1440
const MS = 60_000
const MONDAY = 1

/**
 * When timers go off: what the engine asks by its `dueOf`. The same rule, calendars and time zone give the same
 * moment, whenever they are asked.
 */
export function timerDues(
  around: TimerSurroundings,
): (rule: TimerRule, cycle: TimerCycle | null) => TimerDue {
  const home = new WallClock(around.timeZone)
  return (rule, cycle) => {
    const counting = countingOf(rule.counting, home, around)
    if (counting === null) return fault('timer.calendar_unknown')
    const read = readTimer(rule.timer, rule.value)
    if (!read.ok) return read
    const { value } = read
    switch (value.kind) {
      case 'date':
        return once(dateOf(momentOf(value.moment, counting.wall), counting))
      case 'duration':
        return once(addLength(rule.since, value.length, counting))
      case 'repeat':
        return repeated(value, { since: rule.since, counting, cycle })
      case 'schedule':
        return scheduled(value, { since: rule.since, counting, cycle })
    }
  }
}

/** Who counts in working time does so on the clocks of the calendar; others by the wall of the organisation. */
export function countingOf(
  { counts, calendar }: TimerCounting,
  home: WallClock,
  around: Pick<TimerSurroundings, 'clocks' | 'calendar'>,
): Counting | null {
  if (counts === 'clock' && calendar === null) return { wall: home, working: null }
  const name = calendar ?? around.calendar
  const clock = name === null ? null : around.clocks.find(name)
  if (clock === null) return null
  return { wall: clock.wall, working: counts === 'working' ? clock : null }
}

/** A date in working time waits for it. */
function dateOf(at: Instant, { working }: Counting): Instant {
  return working ? msOf(working.nextStart(at / MS)) : at
}

function once(dueAt: Instant): TimerDue {
  return dueAt <= LAST ? { ok: true, dueAt, cycle: null } : fault('timer.too_late')
}

type Asked = {
  readonly since: Instant
  readonly counting: Counting
  readonly cycle: TimerCycle | null
}

/** Every time is counted from the first, so that nothing is lost at short months and at changes of clocks. */
function repeated({ every, start, times, until }: Repeat, { since, counting, cycle }: Asked): TimerDue {
  const first = start ? momentOf(start, counting.wall) : since
  const at = (nth: number) => addLength(first, every, { ...counting, times: nth })
  // One that says no start goes off first when its length is over; one that began long ago goes on where it is.
  const skipped = start ? firstFrom(at, since) : 1
  const nth = cycle?.nth ?? 0
  const gone = start ? skipped : 0
  return again(at(skipped + nth), {
    end: until && momentOf(until, counting.wall),
    cycle: { nth, left: leftOf(times, gone + nth), after: cycle?.after ?? null },
  })
}

function leftOf(times: number | null, gone: number): number | null {
  return times === null ? null : times - 1 - gone
}

/** The time that comes next, unless the series is over by then. */
function again(
  dueAt: Instant,
  { end, cycle }: { readonly end: Instant | null; readonly cycle: TimerCycle },
): TimerDue {
  const isOver = dueAt > (end ?? LAST) || (cycle.left !== null && cycle.left < 0)
  return isOver ? fault('timer.over') : { ok: true, dueAt, cycle }
}

/** The first of a series that is not before a moment: its bounds are doubled, then halved. */
function firstFrom(at: (nth: number) => Instant, since: Instant): number {
  if (at(0) >= since) return 0
  let high = 1
  while (at(high) < since) high *= 2
  let low = high / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle) < since) low = middle
    else high = middle
  }
  return high
}

function scheduled(schedule: Schedule, { since, counting, cycle }: Asked): TimerDue {
  const { start, until, times } = schedule
  const begins = start ? momentOf(start, counting.wall) : since
  const { nth, after } = cycle ?? { nth: 0, after: null }
  const dueAt = nextOf(schedule, { begins, after: after ?? Math.max(since, begins) - 1, counting })
  if (dueAt === null) return fault('timer.over')
  return again(dueAt, {
    end: until && momentOf(until, counting.wall),
    cycle: { nth, left: leftOf(times, nth), after },
  })
}

/** The first moment of a schedule behind another. Days off lead to the next working day, which counts once. */
function nextOf(
  { rule, minute }: Schedule,
  {
    begins,
    after,
    counting: { wall, working },
  }: { readonly begins: Instant; readonly after: Instant; readonly counting: Counting },
): Instant | null {
  const anchor = wall.wallOf(begins / MS)
  const frame = { anchorOn: plainDate(Math.floor(anchor / DAY_MIN)), weekStart: MONDAY }
  const time = minute ?? Math.floor(anchor - Math.floor(anchor / DAY_MIN) * DAY_MIN)
  let day = plainDate(Math.floor(wall.wallOf(after / MS) / DAY_MIN) - 1)
  for (;;) {
    const next = nextDay(rule, day, frame)
    if (next === null) return null
    const on = working ? working.nextWorkingDay(dayNumber(next) ?? 0) : (dayNumber(next) ?? 0)
    if (on === null) return null
    const at = msOf(wall.momentOf(on * DAY_MIN + time))
    if (at > after) return at
    day = next
  }
}

function fault(code: TimerFault): { readonly ok: false; readonly fault: TimerFault } {
  return { ok: false, fault: code }
}
