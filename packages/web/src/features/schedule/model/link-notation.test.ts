import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LinkLetters, readLength, readLinks, writeLength, writeRule } from './link-notation.ts'

const english: LinkLetters = {
  type: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
  unit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
  elapsed: 'e',
}
const german: LinkLetters = {
  type: { FS: 'EA', SS: 'AA', FF: 'EE', SF: 'AE' },
  unit: { week: 'w', day: 't', hour: 'std', minute: 'min' },
  elapsed: 'f',
}
const FS = { linkType: 'FS', lag: 0, lagUnit: 'workingMin' } as const

test.each([
  ['', []],
  ['3', [{ name: '3', ...FS }]],
  ['3FS+2d', [{ name: '3', ...FS, lag: 960 }]],
  [' 12 ss - 4 h ', [{ name: '12', ...FS, linkType: 'SS', lag: -240 }]],
  ['TWR-12', [{ name: 'TWR-12', ...FS }]],
  ['twr-12ff+1ed', [{ name: 'twr-12', linkType: 'FF', lag: 1440, lagUnit: 'elapsedMin' }]],
  ['2.1.3SF+50%', [{ name: '2.1.3', linkType: 'SF', lag: 50, lagUnit: 'percent' }]],
  ['3+1', [{ name: '3', ...FS, lag: 480 }]],
  ['3FS+1,5d', [{ name: '3', ...FS, lag: 720 }]],
  [
    '3, 4SS; 5',
    [
      { name: '3', ...FS },
      { name: '4', ...FS, linkType: 'SS' },
      { name: '5', ...FS },
    ],
  ],
])('%j is read', (text, links) => expect(readLinks(text, english)).toEqual({ links }))

test.each([
  ['3FX', '3FX'],
  ['3, four', 'four'],
  ['3FS+2y', '3FS+2y'],
  ['FS+2d', 'FS+2d'],
])('of %j it is said what is wrong', (text, wrong) => expect(readLinks(text, english)).toEqual({ wrong }))

test('letters of the language are read beside the English ones', () => {
  const link = { name: '3', linkType: 'SS', lag: 960, lagUnit: 'workingMin' }
  expect(readLinks('3AA+2t', german)).toEqual({ links: [link] })
  expect(readLinks('3SS+2d', german)).toEqual({ links: [link] })
})

test('plain finish to start is not written', () => {
  expect(writeRule(FS, english)).toBe('')
  expect(writeRule({ ...FS, lag: -720 }, english)).toBe('FS-1.5d')
  expect(writeRule({ linkType: 'SS', lag: 90, lagUnit: 'workingMin' }, german)).toBe('AA+90min')
})

test('what is written is read again as the same', () => {
  fc.assert(
    fc.property(
      fc.record({
        linkType: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
        lag: fc.integer({ min: -20_000, max: 20_000 }),
        lagUnit: fc.constantFrom('workingMin', 'elapsedMin', 'percent'),
      }),
      fc.constantFrom(english, german),
      (rule, letters) => {
        const read = readLinks(`7${writeRule(rule, letters)}`, letters)
        const lagUnit = rule.lag === 0 ? 'workingMin' : rule.lagUnit
        expect(read).toEqual({ links: [{ name: '7', ...rule, lagUnit }] })
      },
    ),
  )
})

test.each([
  ['3', 1440, false],
  ['3d', 1440, false],
  ['1,5 d', 720, false],
  ['4h', 240, false],
  ['2ed', 2880, true],
  ['1w', 2400, false],
])('the length %j is read', (text, minutes, isElapsed) => {
  expect(readLength(text, english)).toEqual({ minutes, isElapsed })
})

test.each(['', 'three', '3y', '-3d', '3d 4h'])('%j is no length', (text) => {
  expect(readLength(text, english)).toBeNull()
})

test('a length is written as it is read', () => {
  fc.assert(
    fc.property(
      fc.nat(50_000),
      fc.boolean(),
      fc.constantFrom(english, german),
      (minutes, isElapsed, letters) => {
        const length = { minutes, isElapsed }
        expect(readLength(writeLength(length, letters), letters)).toEqual(length)
      },
    ),
  )
})
