import { compileFormula } from './evaluate-formula.ts'
import type { FormulaNode } from './formula-node.ts'
import type { FieldReader, FormulaValue, FormulaWorld, TextForm } from './formula-reader.ts'

/**
 * A formula as the value of a field: money in minor units, yes or no as these words, everything else
 * as it is.
 */
export function compileFieldValue(node: FormulaNode, world: FormulaWorld, form: TextForm): FieldReader {
  const read = compileFormula(node, world, form)
  const scale = 10 ** world.currencyDigits
  switch (node.type) {
    case 'money':
      return (item) => minorOf(read(item), scale)
    case 'yesNo':
      return (item) => (read(item) === true ? 'yes' : 'no')
    default:
      return (item) => {
        const value = read(item)
        if (typeof value === 'boolean') return null
        // There is no minus zero in what people see.
        return typeof value === 'number' ? value + 0 : value
      }
  }
}

function minorOf(value: FormulaValue, scale: number): number | null {
  return typeof value === 'number' ? Math.floor(value * scale + 0.5) + 0 : null
}
