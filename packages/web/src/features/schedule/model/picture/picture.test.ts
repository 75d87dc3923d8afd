import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { planDays } from '../plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../read-calendars.ts'
import { drawPlan } from './draw-plan.ts'
import type { Drawing } from './drawing.ts'
import { monthMarks } from './month-marks.ts'
import { PAPERS, pagesOf, rowsOnPage } from './paper.ts'
import { planSheets, wholePlan } from './plan-sheets.ts'
import { element, fitted } from './svg.ts'

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const row = (itemId: string, more: Partial<PlanRowView> = {}) =>
  ({
    ...{ itemId, title: itemId, wbs: '1', level: 1, isSummary: false, isMilestone: false, isCritical: false },
    ...{ startAt: at('2027-03-01'), finishAt: at('2027-03-06'), percentComplete: 0, deadlineAt: null },
    ...{ gaps: [], isHammock: false, isNearCritical: false },
    ...more,
  }) as PlanRowView // What is drawn.

function daysUntil(last: string) {
  const around = { calendars: readCalendars([], 'UTC'), calendarId: USUAL_CALENDAR, timeZone: 'UTC' }
  return planDays([at('2027-01-01'), at(last)], around)
}

const drawing: Drawing = {
  ...{ title: 'Tower <A> & B', subtitle: 'Finish 14 Mar', rows: [], links: [], phases: [] },
  ...{ baseline: new Map(), pageWords: (page, pages) => `Page ${String(page)} of ${String(pages)}` },
  ...{ fromDay: '2027-02-01', toDay: '2027-06-30', today: '2027-03-10' },
  ...{ ranges: new Map(), statusOn: null, withFloat: false },
  days: daysUntil('2027-12-01'),
  says: {
    columns: { title: 'Work', start: 'Start', finish: 'Finish' },
    day: (day) => day,
    month: ({ day }) => day.slice(0, 7),
    today: 'today',
    gate: ({ name, day, state }) => `${name}, ${day}: ${state}`,
  },
  signs: {
    ...{ work: 'Work', done: 'Done', critical: 'Critical', near: 'Nearly critical', summary: 'Summary' },
    ...{ milestone: 'Milestone', baseline: 'Baseline', deadline: 'Deadline', range: 'Range' },
    ...{ float: 'May slip', status: 'Status date', hammock: 'Hammock', rest: 'Rests' },
    gate: (state) => `Gate ${state}`,
  },
}
const draw = (rows: readonly PlanRowView[], more: Partial<Drawing> = {}) => {
  const { fromDay, toDay } = drawing
  return drawPlan({ ...drawing, rows, ...more }, { rows, fromDay, toDay, ...PAPERS.a4, page: 2, pages: 3 })
}

test('every page says what it is of, and what its signs mean', () => {
  const page = draw([row('a')])
  expect(page).toContain('Tower &lt;A&gt; &amp; B')
  expect(page).toContain('Page 2 of 3')
  for (const name of ['Critical', 'Summary', 'Milestone', 'Deadline']) expect(page).toContain(`>${name}<`)
  expect(page).not.toContain('>Baseline<')
  expect(draw([row('a')], { baseline: new Map([['a', { ...row('a') }]]) })).toContain('>Baseline<')
})

test('critical work is hatched, and links are drawn where both ends are on the page', () => {
  expect(draw([row('a')]).match(/url\(#critical\)/g)).toHaveLength(1)
  expect(draw([row('a', { isCritical: true })]).match(/url\(#critical\)/g)).toHaveLength(2)
  // A link has more to it, which is not drawn.
  const links = [{ fromId: 'a', toId: 'b', linkType: 'FS' }] as unknown as Drawing['links']
  expect(draw([row('a'), row('b')], { links })).toMatch(/<path d="M[^"]+H/)
  expect(draw([row('a')], { links })).toContain('<path d="" fill="none"')
})

test('rows are portioned so that they fit below the head of a page', () => {
  const perPage = rowsOnPage(PAPERS.a4.height, 96)
  expect(perPage).toBe(36)
  expect(
    pagesOf(
      Array.from({ length: 80 }, (_, index) => index),
      perPage,
    ).map(({ length }) => length),
  ).toEqual([36, 36, 8])
  expect(pagesOf([], perPage)).toEqual([[]])
})

test.each([
  [2, ['2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01']],
  [0.5, ['2027-04-01']],
  [0.2, []],
])('at %d pixels a day there is room for the names of %j', (pxPerDay, marks) => {
  expect(monthMarks({ ...drawing, pxPerDay }).map(({ day }) => day)).toEqual(marks)
})

test('words are cut where there is no room, and never break the picture', () => {
  expect(fitted('Pour the slab of level four', 60, 10)).toBe('Pour the s…')
  expect(fitted('Pour', 60, 10)).toBe('Pour')
  expect(element('a', { b: '"<&', c: undefined, d: 1.26 })).toBe('<a b="&quot;&lt;&amp;" d="1.3"/>')
})

test('work that is known as a range, slack and the status date are drawn, and explained only where they occur', () => {
  const later = row('later', { startAt: null, finishAt: null })
  const slack = { ...row('a'), totalFloatMin: 960, lateFinishAt: at('2027-03-10') }
  const plain = draw([slack, later])
  for (const word of ['Range', 'May slip', 'Status date']) expect(plain).not.toContain(word)
  const ranges = new Map([['later', { from: '2027-04-01', low: '2027-04-30', high: '2027-05-31' }]])
  const drawn = draw([slack, later], { ranges, statusOn: '2027-03-08', withFloat: true })
  for (const word of ['Range', 'May slip', 'Status date']) expect(drawn).toContain(word)
  expect(drawn.length).toBeGreaterThan(plain.length)
  const beyond = draw([later], { statusOn: '2028-01-01' })
  expect(beyond.match(/stroke-dasharray="6 3"/g)).toHaveLength(1)
})

const many = Array.from({ length: 90 }, (_, index) => row(`item ${String(index)}`))
/** Every row of a page lies above what explains its signs. */
const lowest = (page: string) =>
  Math.max(...[...page.matchAll(/<line x1="0"[^>]* y2="([\d.]+)"/g)].map(([, y]) => Number(y)))

test('a long plan takes several pages: every row whole on one of them, under its own heading', () => {
  const all = { ...drawing, rows: many }
  const sheets = planSheets(all, PAPERS.a4, 'fit')
  expect(sheets.flatMap(({ rows }) => rows)).toEqual(many)
  for (const sheet of sheets) {
    const page = drawPlan(all, sheet)
    expect(page).toContain('>Start<')
    expect(page).toContain(`Page ${String(sheet.page)} of ${String(sheets.length)}`)
    const legend = Math.min(...[...page.matchAll(/ y="([\d.]+)"[^>]*>Critical</g)].map(([, y]) => Number(y)))
    expect(lowest(page)).toBeLessThan(legend)
  }
})

test('in reading size the axis goes on from page to page, without a day left out or said twice', () => {
  const whole = row('whole', { startAt: at('2027-02-01'), finishAt: at('2029-07-01') })
  const long = { ...drawing, rows: [whole, ...many], toDay: '2029-06-30', days: daysUntil('2029-12-01') }
  const all = planSheets(long, PAPERS.a4, 'read')
  const sheets = all.filter(({ rows }) => rows[0] === whole)
  expect(sheets.length).toBeGreaterThan(2)
  expect(sheets[0]?.fromDay).toBe(long.fromDay)
  sheets.slice(1).forEach(({ fromDay }, index) => {
    expect(Date.parse(fromDay) - Date.parse(sheets[index]?.toDay ?? '')).toBe(86_400_000)
  })
  expect((sheets.at(-1)?.toDay ?? '') >= long.toDay).toBe(true)
  // Where nothing of the other rows lies, there is no page of them.
  expect(all.flatMap(({ rows }) => rows).filter(({ itemId }) => itemId === 'item 89')).toHaveLength(1)
  expect(planSheets(long, PAPERS.a4, 'fit').every(({ toDay }) => toDay === long.toDay)).toBe(true)
  expect(wholePlan(long, 'read').width).toBeGreaterThan(wholePlan(long, 'fit').width)
})

test('nearly critical work, hammocks and rests are drawn apart, and explained where they occur', () => {
  const plain = draw([row('a')])
  for (const word of ['Nearly critical', 'Hammock', 'Rests']) expect(plain).not.toContain(word)
  const gaps = [{ startAt: at('2027-03-02'), finishAt: at('2027-03-04') }]
  const drawn = draw([
    row('near', { isNearCritical: true }),
    row('crane', { isHammock: true }),
    row('split', { gaps }),
  ])
  for (const word of ['Nearly critical', 'Hammock', 'Rests']) expect(drawn).toContain(`>${word}<`)
  // In its bar and in the legend; a hammock is no bar.
  expect(drawn.match(/url\(#near\)/g)).toHaveLength(2)
  expect(draw([row('crane', { isHammock: true })]).match(/rx="1.5"/g)).toHaveLength(2)
})

test('gates stand in a lane of their own, with what was decided in words', () => {
  const gate = (name: string, dueOn: string, decision: string | null) =>
    ({
      name,
      dueOn,
      decider: null,
      criteria: [],
      decisions: decision ? [{ outcome: decision, decidedOn: dueOn }] : [],
    }) as never
  const phase = (id: string, [startsOn, finishHighOn]: readonly [string, string], its: never) => ({
    ...{ id, name: `Phase ${id}`, state: 'current', startsOn, finishLowOn: finishHighOn, finishHighOn },
    gate: its,
  })
  const phases = [
    phase('1', ['2027-02-01', '2027-03-31'], gate('Shell', '2027-03-31', 'pass')),
    phase('2', ['2027-04-01', '2027-06-20'], gate('Handover', '2027-06-20', null)),
  ] as unknown as Drawing['phases'] // What is drawn.
  const page = draw([row('a')], { phases })
  for (const said of ['Shell, 2027-03-31: pass', 'Handover, 2027-06-20: open', '>Gate pass<', '>Gate open<'])
    expect(page).toContain(said)
  const later = {
    rows: [row('a')],
    fromDay: '2027-05-01',
    toDay: '2027-06-30',
    ...PAPERS.a4,
    page: 1,
    pages: 1,
  }
  expect(drawPlan({ ...drawing, phases }, later)).not.toContain('Shell, 2027-03-31')
})
