import type { FormulaWorld } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { currencyDigits } from './currency-digits.ts'
import type { Catalogue } from './queries/load-catalogue.ts'
import { readSettings } from './queries/read-names.ts'

/** When and where the formulas of an organisation are worked out for everybody. */
export async function readFormulaWorld(unit: Unit, catalogue: Catalogue): Promise<FormulaWorld> {
  const { currency, timeZone } = await readSettings(unit.tx, unit.organisationId)
  const types = [...catalogue.types.values()]
  return {
    today: dayOf(unit.now, timeZone),
    timeZone,
    dayOf: (at) => dayOf(at, timeZone),
    currencyDigits: currencyDigits(currency),
    stateNames: new Map(
      types.flatMap(({ id, workflow }) => workflow.states.map((state) => [`${id}/${state.id}`, state.name])),
    ),
    typeNames: new Map(types.map(({ id, name }) => [id, name])),
  }
}
