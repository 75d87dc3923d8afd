import { expect, test } from 'vitest'
import { type WorkingCalendar } from '../../calendar/index.ts'
import { type PlanLink, PlanNetwork, type PlanTask, plannedTasks } from '../index.ts'

const AROUND: WorkingCalendar = {
  id: 'around',
  baseId: null,
  name: 'Around the clock',
  timeZone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
  periods: [],
  exceptions: [],
}
/** One minute stands for one week of the book. */
const START = 29_000_000

function task(id: string, durationMin: number): PlanTask {
  return {
    id,
    parentId: null,
    kind: 'task',
    durationMin,
    isElapsed: false,
    calendarId: null,
    constraint: null,
    deadlineAt: null,
    levelledAt: null,
    manual: null,
    actual: null,
  }
}

/** `B4<A`: B takes 4 and follows A. */
function plan(text: string) {
  const tasks: PlanTask[] = []
  const links: PlanLink[] = []
  for (const part of text.split(/[;\s]+/u)) {
    const [, id = '', duration = '0', before = ''] = /^([^\d<]+)(\d+)(?:<(.*))?$/u.exec(part) ?? []
    tasks.push(task(id, Number(duration)))
    for (const fromId of before === '' ? [] : before.split(',')) {
      links.push({ id: `${fromId}${id}`, fromId, toId: id, kind: 'FS', lag: 0, lagUnit: 'workingMin' })
    }
  }
  const network = PlanNetwork.of({
    tasks,
    links,
    calendars: [AROUND],
    options: {
      startAt: START,
      statusAt: null,
      calendarId: 'around',
      lagCalendar: 'project',
      precedence: 'logic',
      progress: 'retained',
      criticalMin: 0,
      nearCriticalMin: 0,
    },
  })
  if (!network.ok) throw new Error(network.refusal.code)
  return { finish: network.value.finishAt - START, tasks: plannedTasks(network.value) }
}

// Hillier and Lieberman, Introduction to Operations Research, the Reliable Construction Co. project.
test('Reliable Construction takes 44 weeks', () => {
  const { finish, tasks } = plan('A2 B4<A C10<B D6<C E4<C F5<E G7<D H9<E,G I7<C J8<F,I K4<J L5<J M2<H N6<K,L')
  expect(finish).toBe(44)
  expect(
    tasks
      .filter((one) => one.isCritical)
      .map((one) => one.id)
      .join(''),
  ).toBe('ABCEFJLN')
  expect(
    tasks
      .filter((one) => one.isOnLongestPath)
      .map((one) => one.id)
      .join(''),
  ).toBe('ABCEFJLN')
  const floats = Object.fromEntries(tasks.map((one) => [one.id, one.totalFloatMin]))
  expect(floats).toMatchObject({ D: 4, G: 4, H: 4, M: 4, I: 2, K: 1 })
  const free = Object.fromEntries(tasks.map((one) => [one.id, one.freeFloatMin]))
  expect(free).toMatchObject({ I: 2, K: 1, M: 4, D: 0, G: 0, H: 0 })
})

// Taylor, Introduction to Management Science, chapter 8: activities between numbered events.
test.each([
  ['a7 b10 c6<a d5<b e4<b f3<c,d g2<e,f', 20, [2, 0, 2, 0, 4, 0, 0]],
  [
    'a8 b10 c9 d6<a e4<a f5<b g0<c h7<c i12<d,f,g j15<d,f,g k18<e l4<h,i m7<j,l',
    38,
    [1, 0, 6, 1, 8, 0, 6, 11, 0, 1, 8, 0, 0],
  ],
])('%s takes %i', (text, length, slack) => {
  const { finish, tasks } = plan(text)
  expect(finish).toBe(length)
  expect(tasks.map((one) => one.totalFloatMin)).toEqual(slack)
})
