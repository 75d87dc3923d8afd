import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { type ReasonGround, reasonWords } from './reason-words.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const row = (more: Partial<PlanRowView> = {}) =>
  ({
    ...{ itemId: 'b', isHammock: false, startAt: at('2026-11-09T08:00'), calendarWait: null },
    reason: { kind: 'link', id: 'L' },
    ...more,
  }) as PlanRowView // What reasons look at.
const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const ground = (exceptions: readonly object[] = []): ReasonGround => ({
  titleOf: (itemId) => ({ a: 'Dig', b: 'Pour' })[itemId],
  linkOf: () => ({ fromId: 'a', toId: 'b', linkType: 'FS' }) as ReturnType<ReasonGround['linkOf']>, // As above.
  outsideOf: () => undefined,
  calendarOf: (id) =>
    id === 'crew'
      ? ({ name: 'Crew', definition: { exceptions } } as unknown as ReturnType<ReasonGround['calendarOf']>) // As above.
      : undefined,
  dateOf: day,
  dayOf: day,
})

test('a date that its calendar moved on says so beside what set it', () => {
  const calendarWait = { fromAt: at('2026-11-06T17:00'), calendarId: null }
  expect(reasonWords(row(), ground())).toBe('Waits until Dig is finished')
  expect(reasonWords(row({ calendarWait }), ground())).toBe(
    'Waits until Dig is finished; Standard week: no work until 2026-11-09',
  )
})

test('a day off is named with its calendar, a break within a day is not', () => {
  const off = { name: 'Site closed', from: '2026-11-07', to: '2026-11-08', shifts: [] }
  const calendarWait = { fromAt: at('2026-11-06T17:00'), calendarId: 'crew' }
  expect(reasonWords(row({ calendarWait }), ground([off]))).toContain(
    'Crew, Site closed: no work until 2026-11-09',
  )
  const lunch = { fromAt: at('2026-11-09T07:00'), calendarId: 'crew' }
  expect(reasonWords(row({ calendarWait: lunch }), ground([off]))).toBe('Waits until Dig is finished')
})

test('a hammock begins with what it is linked to, on either side', () => {
  expect(reasonWords(row({ isHammock: true }), ground())).toBe('Begins with Dig')
  expect(reasonWords(row({ isHammock: true, itemId: 'a' }), ground())).toBe('Begins with Pour')
})

test('what waits for another project names its work, unless the reader may not see it', () => {
  const link = { linkType: 'FS', isIn: true, title: 'Survey', containerName: 'Harbour' }
  const outside = (more: object = {}): ReasonGround => ({
    ...ground(),
    outsideOf: () => ({ ...link, ...more }) as ReturnType<ReasonGround['outsideOf']>, // As above.
  })
  expect(reasonWords(row(), outside())).toBe('Waits until Survey (Harbour) is finished')
  expect(reasonWords(row(), outside({ title: null, containerName: null }))).toBe(
    'Waits until work of another project is finished',
  )
})
