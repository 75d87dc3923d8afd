import type { FeelFunction } from '../values/value.ts'
import { CONTEXTS } from './contexts.ts'
import { createBuiltIn } from './create-built-in.ts'
import { LISTS } from './lists.ts'
import { NUMERIC } from './numeric.ts'
import { RANGES } from './ranges.ts'
import { STATISTICS } from './statistics.ts'
import { STRINGS } from './strings.ts'
import { TEMPORAL } from './temporal.ts'

/** Every built-in function by its name. @see DMN 1.5 §10.3.4 */
export const BUILT_INS: ReadonlyMap<string, FeelFunction> = new Map(
  Object.entries({
    ...NUMERIC,
    ...STRINGS,
    ...LISTS,
    ...STATISTICS,
    ...CONTEXTS,
    ...TEMPORAL,
    ...RANGES,
  }).map(([name, signatures]) => [name, createBuiltIn(name, signatures)]),
)
