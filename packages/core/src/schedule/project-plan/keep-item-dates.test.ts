import { expect, test } from 'vitest'
import { keepItemDates } from './keep-item-dates.ts'

const item = { title: 'Roof', isSummary: false, isMilestone: false, hasOwnDays: false, effortMin: null }
const at = (day: string) => Date.parse(`${day}T08:00:00Z`)

test('any dates that a plan may name are kept, and so are none', () => {
  const dates = { startAt: at('2027-03-01'), finishAt: at('2027-03-02') }
  expect(keepItemDates(dates, item)).toEqual({ ok: true, value: dates })
  const none = { startAt: null, finishAt: null }
  expect(keepItemDates(none, item)).toEqual({ ok: true, value: none })
})

test.each([
  ['of a summary', at('2027-03-01'), at('2027-03-02'), true, 'schedule.summary_spans'],
  ['of another time', at('1850-01-01'), at('2027-03-02'), false, 'schedule.date_outside'],
  ['the wrong way round', at('2027-03-02'), at('2027-03-01'), false, 'schedule.dates_reversed'],
])('dates %s are refused', (_name, startAt, finishAt, isSummary, code) => {
  expect(keepItemDates({ startAt, finishAt }, { ...item, isSummary })).toEqual({
    ok: false,
    refusal: { code, params: { item: 'Roof' } },
  })
})
