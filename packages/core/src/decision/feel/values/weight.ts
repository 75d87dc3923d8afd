import { type FeelValue, isContext, isList } from './value.ts'

/** How large a value is when it is written out, and how deep. */
export type Weight = { readonly size: number; readonly depth: number }

/** Characters of a text that count as much as one value. */
const CHARACTERS = 16
const ONE: Weight = { size: 1, depth: 0 }

/**
 * Weighs values. What is made of a value by naming it twice is small in memory and doubles when it is
 * written, so each part is weighed once and counted wherever it stands.
 */
export class Scales {
  readonly #known = new WeakMap<object, Weight>()

  weigh(value: FeelValue): Weight {
    if (typeof value === 'string')
      return value.length < CHARACTERS ? ONE : { size: value.length / CHARACTERS, depth: 0 }
    if (value === null || typeof value !== 'object') return ONE
    const parts = partsOf(value)
    if (parts === null) return ONE
    const known = this.#known.get(value)
    if (known !== undefined) return known
    let [size, depth] = [1, 0]
    for (const part of parts) {
      const weight = this.weigh(part)
      size += weight.size
      depth = Math.max(depth, weight.depth + 1)
    }
    const weight = { size, depth }
    this.#known.set(value, weight)
    return weight
  }
}

function partsOf(value: FeelValue): Iterable<FeelValue> | null {
  if (isList(value)) return value
  if (isContext(value)) return value.values()
  if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'range') return null
  return [value.start, value.end]
}
