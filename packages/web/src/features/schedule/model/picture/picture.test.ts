import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { planDays } from '../plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from '../read-calendars.ts'
import { type Drawing, drawPlan } from './draw-plan.ts'
import { monthMarks } from './month-marks.ts'
import { PAPERS, pagesOf, rowsOnPage } from './paper.ts'
import { element, fitted } from './svg.ts'

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const row = (itemId: string, more: Partial<PlanRowView> = {}) =>
  ({
    ...{ itemId, title: itemId, wbs: '1', level: 1, isSummary: false, isMilestone: false, isCritical: false },
    ...{ startAt: at('2027-03-01'), finishAt: at('2027-03-06'), percentComplete: 0, deadlineAt: null },
    gaps: [],
    ...more,
  }) as PlanRowView // What is drawn.

const drawing: Drawing = {
  ...{ title: 'Tower <A> & B', subtitle: 'Finish 14 Mar', links: [], phases: [], baseline: new Map() },
  ...{ fromDay: '2027-02-01', toDay: '2027-06-30', today: '2027-03-10' },
  ...{ ranges: new Map(), statusOn: null, withFloat: false },
  days: planDays([at('2027-01-01'), at('2027-12-01')], {
    calendars: readCalendars([], 'UTC'),
    calendarId: USUAL_CALENDAR,
    timeZone: 'UTC',
  }),
  says: {
    columns: { title: 'Work', start: 'Start', finish: 'Finish' },
    day: (day) => day,
    month: ({ day }) => day.slice(0, 7),
    page: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
    today: 'today',
    legend: {
      ...{ work: 'Work', done: 'Done', critical: 'Critical', summary: 'Summary' },
      ...{ milestone: 'Milestone', baseline: 'Baseline', deadline: 'Deadline' },
      ...{ range: 'Range', float: 'May slip', status: 'Status date' },
    },
  },
}
const draw = (rows: readonly PlanRowView[], more: Partial<Drawing> = {}) =>
  drawPlan({ ...drawing, ...more }, { rows, ...PAPERS.a4, page: 2, pages: 3 })

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
  const perPage = rowsOnPage(PAPERS.a4.height, true)
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
