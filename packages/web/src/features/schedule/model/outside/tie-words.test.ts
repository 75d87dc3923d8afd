import type { OutsideLinkView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { tieName, tiesByRow, tieWhen } from './tie-words.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const day = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const place = { startAt: at('2026-11-09T08:00'), finishAt: at('2026-11-11T00:00') }
const link = (more: Partial<OutsideLinkView> = {}) =>
  ({
    ...{ id: 'L', itemId: 'a', isIn: true, linkType: 'FS', title: 'Dig', containerName: 'Harbour', place },
    ...more,
  }) as OutsideLinkView // What words look at.

test('what a plan is tied to elsewhere is named as far as the reader may know it', () => {
  expect(tieName(link())).toBe('Dig (Harbour)')
  expect(tieName(link({ containerName: null }))).toBe('Dig')
  expect(tieName(link({ title: null }))).toBe('work of another project')
})

test.each([
  [true, 'FS', 'finishes 2026-11-10'],
  [true, 'SS', 'starts 2026-11-09'],
  [false, 'FS', 'starts 2026-11-09'],
  [false, 'FF', 'finishes 2026-11-10'],
] as const)('it says the date that the link names: waits %s, %s', (isIn, linkType, words) => {
  expect(tieWhen(link({ isIn, linkType }), day)).toBe(words)
})

test('what has no place in time says so, and comes last of its row', () => {
  const undated = link({ id: 'M', place: null })
  expect(tieWhen(undated, day)).toBe('no date yet')
  expect(
    tiesByRow([undated, link()])
      .get('a')
      ?.map(({ id }) => id),
  ).toEqual(['L', 'M'])
})
