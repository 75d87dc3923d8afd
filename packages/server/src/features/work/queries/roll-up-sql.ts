import type { CheckedRollUp, FormulaWorld } from '@millrace/core/work'
import { formulaSql } from './formula-sql.ts'
import type { FormulaWriting } from './formula-writing.ts'
import type { QueryParams } from './query-params.ts'

/**
 * What a roll-up makes of sub-items `work_item c`, as an aggregate: null when none counts at all,
 * money in minor units, a share in whole percent.
 */
export function rollUpSql(
  rollUp: CheckedRollUp,
  writing: { params: QueryParams; world: FormulaWorld },
): string {
  const inside: FormulaWriting = { ...writing, alias: 'c' }
  const { measure, of, where, result } = rollUp
  const condition = where ? formulaSql(where, inside) : 'true'
  if (measure === 'count') return `case when count(*) > 0 then count(*) filter (where ${condition}) end`
  if (measure === 'percentDone') {
    const done = `count(*) filter (where c.state_group = 'done' and ${condition})`
    return `floor(100.0 * ${done} / nullif(count(*) filter (where ${condition}), 0) + 0.5)`
  }
  const value = of ? formulaSql(of, inside) : 'null'
  const sql = `${AGGREGATES[measure]}(${value}) filter (where ${condition})`
  if (result === 'money') return `floor(${sql} * ${10 ** writing.world.currencyDigits}::float8 + 0.5)`
  return result === 'date' ? `to_char(${sql}, 'YYYY-MM-DD')` : sql
}

const AGGREGATES = {
  sum: 'sum',
  average: 'avg',
  minimum: 'min',
  maximum: 'max',
  earliest: 'min',
  latest: 'max',
} as const
