import { readDebts, settle } from './debt.ts'
import { checkDiagram } from './diagram.ts'
import { loadHouse, REPOSITORY } from './house.ts'
import { inspect } from './inspect.ts'
import { lint } from './lint.ts'
import { readTree } from './source.ts'
import { describe } from './violation.ts'

/** The folders that hold code of ours. */
const CODE = ['packages', 'dev', 'e2e', 'bin']

function main(): number {
  const house = loadHouse()
  const found = [
    ...inspect(house, readTree(REPOSITORY)),
    ...checkDiagram(house),
    ...lint(CODE, ['dev/house/break-ins']),
  ]
  const open = settle(found, readDebts(REPOSITORY))
  if (open.length === 0) {
    console.log('The house is in order.')
    return 0
  }
  console.error(`${describe(open, house.rules)}\n\n${open.length} violations.`)
  return 1
}

process.exitCode = main()
