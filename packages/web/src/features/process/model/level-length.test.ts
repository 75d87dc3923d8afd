import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoOf, LENGTH_UNITS, plainLength } from './level-length.ts'

test('what a form says is read back as it was said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...LENGTH_UNITS), (count, unit) => {
      const shown = plainLength(isoOf({ count, unit }))
      const isHours = unit === 'minutes' && count % 60 === 0
      expect(shown).toEqual(isHours ? { count: count / 60, unit: 'hours' } : { count, unit })
    }),
  )
})

test.each(['P1DT2H', 'PT1H30S', 'soon', 'PT0S'])('%s is said by its text only', (text) => {
  expect(plainLength(text)).toBeNull()
})
