import { readRepeat } from '@millrace/core/work'
import { expect, test } from 'vitest'
import { ruleInWords } from './repeat-words.ts'

test.each([
  ['every day', 'every day'],
  ['every 3 days', 'every 3 days'],
  ['every weekday', 'every weekday'],
  ['every monday and thu', 'every Monday and Thursday'],
  ['every other monday', 'every second Monday'],
  ['every 2 weeks on mon, fri', 'every second week on Monday and Friday'],
  ['every 3 weeks', 'every 3 weeks on Wednesday'],
  ['every 31st', 'on the last day of every month'],
  ['every 22nd', 'on the 22nd of every month'],
  ['every second monday of the month', 'on the second Monday of every month'],
  ['every 3 months on the 1st', 'every 3 months on the 1st'],
  ['every 14 dec', 'every year on 14 December'],
  ['every! week', '1 week after it is done'],
])('%s is said as: %s', (typed, said) => {
  const reading = readRepeat(typed, { today: '2026-11-25', weekStart: 1, day: null })
  expect(reading && ruleInWords(reading.rule)).toBe(said)
})
