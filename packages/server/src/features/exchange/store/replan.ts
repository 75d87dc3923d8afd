import type { Unit } from '../../../platform/commands/index.ts'

/**
 * Has the statements of this connection planned anew, above all the checks of foreign keys. A plan
 * made while a table was nearly empty and unknown takes any index that begins with the organisation
 * and then reads every row for every check: importing 4,000 items read 15 million rows that way.
 */
export async function replanStatements(unit: Unit): Promise<void> {
  await unit.tx.query({ text: 'discard plans' })
}
