import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDuration, readNumber, readPercent, readWork, writeWork } from './read-amount.ts'

const english = {
  decimal: '.',
  letters: {
    type: { FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
    unit: { week: 'w', day: 'd', hour: 'h', minute: 'm' },
    elapsed: 'e',
  },
} as const
const german = {
  decimal: ',',
  letters: {
    type: { FS: 'EA', SS: 'AA', FF: 'EE', SF: 'AE' },
    unit: { week: 'wo', day: 't', hour: 'std', minute: 'min' },
    elapsed: 'f',
  },
} as const

const working = (minutes: number) => ({ minutes, isElapsed: false })
const elapsed = (minutes: number) => ({ minutes, isElapsed: true })

test.each([
  ['3d', working(1440)],
  ['3', working(1440)],
  ['2 wks', working(4800)],
  ['4h', working(240)],
  ['4 hrs', working(240)],
  ['3 Tage', working(1440)],
  ['1,5 Tage', working(720)],
  ['2 Wochen', working(4800)],
  ['1 mon', working(9600)],
  ['5 days?', working(2400)],
  ['3ed', elapsed(4320)],
  ['2 edays', elapsed(2880)],
  ['3 fTage', elapsed(4320)],
  ['1,200 mins', working(1200)],
  ['0d', working(0)],
  ['long', null],
  ['3 parsecs', null],
  ['-3d', null],
])('%s is a duration', (text, length) => expect(readDuration(text, english)).toEqual(length))

test('marks of numbers are those of the language', () => {
  expect(readNumber('1,234.5', '.')).toBe(1234.5)
  expect(readNumber('1.234,5', ',')).toBe(1234.5)
  expect(readNumber('1.200', ',')).toBe(1200)
  expect(readNumber('1 200', '.')).toBe(1200)
  expect(readNumber('1,5', '.')).toBe(1.5)
  expect(readNumber('twelve', '.')).toBeNull()
  expect(readDuration('1.200 Std.', german)).toEqual(working(72_000))
})

test('work is hours unless something else is said', () => {
  expect(readWork('16', english)).toBe(960)
  expect(readWork('2d 4h', english)).toBe(1200)
  expect(readWork('12,5 Std.', german)).toBe(750)
  expect(readWork('2ed', english)).toBeNull()
  expect(readWork('some', english)).toBeNull()
})

test.each([
  ['40', 40],
  ['40 %', 40],
  ['', 0],
  ['100,0%', 100],
  ['101', null],
  ['half', null],
])('%j is a percentage', (text, percent) => expect(readPercent(text, '.')).toBe(percent))

test('work that was written is read again, in every language', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom(english, german), (minutes, words) => {
      expect(readWork(writeWork(minutes, words), words)).toBe(minutes)
    }),
  )
})
