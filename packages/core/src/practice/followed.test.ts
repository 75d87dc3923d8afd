import { expect, test } from 'vitest'
import { lackedQualifications, versionFollowed } from './followed.ts'

const role = (qualification: string) => ({ name: 'Somebody', qualification })

test('whoever can play one of the roles lacks nothing (INV-M5)', () => {
  expect(lackedQualifications([role('Crane'), role('Rebar')], ['Rebar '])).toEqual([])
  expect(lackedQualifications([role('Crane'), role('')], [])).toEqual([])
  expect(lackedQualifications([], [])).toEqual([])
  expect(lackedQualifications([role('Crane'), role('Rebar'), role('Crane')], ['Surveying'])).toEqual([
    'Crane',
    'Rebar',
  ])
})

test('work follows what was published when it was finished, or nothing (INV-W4)', () => {
  const versions = [
    { number: 2, publishedAt: 200 },
    { number: 1, publishedAt: 100 },
  ]
  expect([null, 250, 200, 150, 50].map((at) => versionFollowed(versions, at))).toEqual([2, 2, 2, 1, null])
  expect(versionFollowed([], null)).toBeNull()
})
