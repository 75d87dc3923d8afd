import { expect, test } from 'vitest'
import { readDays, readEffortMin, readMoneyMinor, readNumber } from './query-amount.ts'

test.each([
  ['90min', 90],
  ['4h', 240],
  ['1.5H', 90],
  ['2d', 960],
  ['1w', 2400],
  ['1d4h30min', 750],
  ['3', 180],
  ['0.5', 30],
  ['0.01h', 1],
  ['0', 0],
  ['-2d', -960],
  ['-1.5', -90],
  ['--1d', null],
  ['', null],
  ['4', 240],
  ['4m', null],
  ['h', null],
  ['1d 4h', null],
  ['1h4', null],
])('an effort of %s is %s minutes', (text, minutes) => expect(readEffortMin(text)).toBe(minutes))

test.each([
  ['12400', 2, 1_240_000],
  ['12400.5', 2, 1_240_050],
  ['12.4k', 2, 1_240_000],
  ['1.2M', 2, 120_000_000],
  ['0.00001m', 2, 1000],
  ['-3', 2, -300],
  ['0', 2, 0],
  ['-0', 2, 0],
  ['500', 0, 500],
  ['1.234', 3, 1234],
  ['1.5', 0, null],
  ['10.005', 2, null],
  ['9999999999999m', 2, null],
  ['12,400', 2, null],
  ['1e3', 2, null],
  ['', 2, null],
])('an amount of %s in a currency of %i digits is %s minor units', (text, digits, minor) =>
  expect(readMoneyMinor(text, digits)).toBe(minor),
)

test.each([
  ['5', 5],
  ['5d', 5],
  ['2W', 14],
  ['2.5', null],
  ['-1', null],
  ['5h', null],
])('%s is %s days', (text, days) => expect(readDays(text)).toBe(days))

test.each([
  ['3', 3],
  ['-2.5', -2.5],
  ['+7', 7],
  ['1e9', null],
  ['Infinity', null],
  ['0x10', null],
  ['', null],
])('%s is the number %s', (text, number) => expect(readNumber(text)).toBe(number))
