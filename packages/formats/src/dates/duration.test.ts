import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationMinutes, parseDuration } from './index.ts'

const units = { minutesPerDay: 480, minutesPerWeek: 2400, daysPerMonth: 20 }
const minutes = (text: string) => {
  const result = parseDuration(text)
  return result.ok ? durationMinutes(result.value, units) : result.refusal.code
}

test.each([
  ['3d', 1440],
  ['3 days', 1440],
  ['1d 4h', 720],
  ['2h 30m', 150],
  ['2h30', 150],
  ['2:30', 150],
  ['-0:15', -15],
  ['90 min', 90],
  ['1.5 Tage', 720],
  ['1,5 Std.', 90],
  ['2 Stunden und 15 Minuten', 135],
  ['3 w', 7200],
  ['2 semaines', 4800],
  ['1 mo', 9600],
  ['2 jours', 960],
  ['3 días', 1440],
  ['3 дня', 1440],
  ['2 ч 30 мин', 150],
  ['PT8H', 480],
  ['PT8H0M0S', 480],
  ['P1DT2H', 600],
  ['P2W', 4800],
  ['-PT30M', -30],
  ['3ed', 4320],
  ['2 ew', 20160],
  ['1emo', 43200],
  ['3d?', 1440],
  ['5', 'durations.unit_missing'],
  ['1.234 h', 'numbers.mark_unknown'],
  ['1d 1ed', 'durations.unreadable'],
  ['3 parsecs', 'durations.unreadable'],
  ['P', 'durations.unreadable'],
  ['', 'durations.unreadable'],
  ['d', 'durations.unreadable'],
])('%s lasts %s', (text, expected) => expect(minutes(text)).toBe(expected))

test('marks of elapsed time and of guesses are kept', () => {
  expect(parseDuration('3ed?')).toMatchObject({ ok: true, value: { elapsed: true, estimated: true } })
  expect(parseDuration('3d')).toMatchObject({ ok: true, value: { elapsed: false, estimated: false } })
})

test('a bare number takes the unit of its column', () => {
  expect(parseDuration('1,5', { defaultUnit: 'hour' })).toMatchObject({
    ok: true,
    value: { amounts: { hour: 1.5 } },
  })
})

test('any text is either refused or a finite length', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789 .,:-PTHMSDWehdmwjoч?')), maxLength: 70 }),
  )
  const isAnswered = (text: string) => {
    const result = parseDuration(text, { defaultUnit: 'day' })
    return !result.ok || Number.isFinite(durationMinutes(result.value, units))
  }
  expect(fc.check(fc.property(texts, isAnswered), { seed: 41, numRuns: 3000 }).failed).toBe(false)
})
