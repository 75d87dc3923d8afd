import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisLeft, scrollFor } from './axis-scroll.ts'

test('a place that was scrolled to is the one that is seen, from both sides', () => {
  fc.assert(
    fc.property(
      fc.nat(5_000),
      fc.integer({ min: 300, max: 2_000 }),
      fc.boolean(),
      (left, clientWidth, isFromRight) => {
        const area = { scrollWidth: 8_000, clientWidth, scrollLeft: 0 }
        const scrollLeft = scrollFor(area, left, isFromRight)
        expect(axisLeft({ ...area, scrollLeft }, isFromRight)).toBe(left)
        // Written from right to left, the end of the axis is where scrolling begins, and the rest lies below nought.
        if (isFromRight) expect(scrollLeft).toBe(left - (8_000 - clientWidth))
      },
    ),
  )
})
