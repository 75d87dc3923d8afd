import type { Place, Run, TableRecord, WarningCode, WarningParams } from '../values/value.ts'
import { Scales } from '../values/weight.ts'

/** What went wrong during an evaluation, and where. */
export type FeelWarning = {
  readonly code: WarningCode
  readonly params: WarningParams
  readonly place: Place
}

/** Of warnings only the first are kept; a loop says the same a thousand times. */
const MAX_WARNINGS = 100
/** Steps of loops, filters, calls and texts in one evaluation. */
const MAX_STEPS = 2_000_000
/** Values looked through in the time of one step. */
const VALUES_A_STEP = 64
/** Values within one value, counted wherever they stand, and how deep they may be. */
const MAX_SIZE = 1_000_000
const MAX_DEPTH = 200
/** Levels of calls and of the expressions in them; twice as many would run out of stack. */
const MAX_LEVELS = 4_000

/** One evaluation: counts its work and keeps its warnings. */
export type Evaluation = {
  readonly run: Run
  readonly warnings: readonly FeelWarning[]
  readonly tables: readonly TableRecord[]
}

/** Of tables evaluated in a loop only the first are kept. */
const MAX_TABLES = 1_000

/**
 * Begins an evaluation.
 *
 * @param now the moment taken as now, milliseconds since 1970
 * @param zone where the clocks of `now()` stand, an IANA name
 */
export function beginEvaluation(now: number, zone: string): Evaluation {
  const warnings: FeelWarning[] = []
  const tables: TableRecord[] = []
  let steps = 0
  let depth = 0
  const warn: Run['warn'] = (code, params, place) => {
    if (warnings.length < MAX_WARNINGS) warnings.push({ code, params, place })
    return null
  }
  const scales = new Scales()
  const spend: Run['spend'] = (count, place) => {
    steps += count
    if (steps <= MAX_STEPS) return true
    warn('feel.limit', { limit: MAX_STEPS }, place)
    return false
  }
  const run: Run = {
    now,
    zone,
    warn,
    record: (table) => {
      if (tables.length < MAX_TABLES) tables.push(table)
    },
    spend,
    keep: (value, place) => {
      const { size, depth: inner } = scales.weigh(value)
      if (inner > MAX_DEPTH) return warn('feel.limit', { limit: MAX_DEPTH }, place)
      return size > MAX_SIZE ? warn('feel.limit', { limit: MAX_SIZE }, place) : value
    },
    look: (values, place) => {
      const size = values.reduce<number>((sum, value) => sum + scales.weigh(value).size, 0)
      return spend(size / VALUES_A_STEP, place)
    },
    descend: (levels, place, body) => {
      if (depth + levels > MAX_LEVELS) return warn('feel.limit', { limit: MAX_LEVELS }, place)
      depth += levels
      const value = body()
      depth -= levels
      return value
    },
  }
  return { run, warnings, tables }
}
