import type { RemovalView } from '@millrace/contract'
import { composeRegistry } from '../app/registry.ts'
import { findOwner } from '../features/identity/index.ts'
import { execute } from '../platform/commands/index.ts'
import { preparePools } from '../platform/database.ts'
import { PlainFault } from '../platform/fault.ts'
import { type CliCommand, expectOnlyOptions, readCommandLine, UsageFault } from './command.ts'
import { describeRemoval } from './import-report.ts'

export const demoRemove: CliCommand = {
  usage: 'Usage: millrace demo remove --organisation SLUG',
  run: async ({ args, config, print, openDatabase }) => {
    const organisation = readOrganisation(args)
    const database = await openDatabase()
    const pools = await preparePools(database, config, print)
    try {
      const db = { pool: pools.pool }
      const principal = await findOwner(db, organisation)
      if (!principal) throw new PlainFault(`There is no organisation ${organisation}.`)
      const deps = { db, registry: composeRegistry(), onCommitted: () => {} }
      const calls = [{ name: 'exchange.removeDemo', input: {} }]
      const { results } = await execute(deps, { principal, calls })
      const removal = results[0] as RemovalView // The answer of that command.
      for (const line of describeRemoval({ removal })) print(line)
      return 0
    } finally {
      await pools.close()
    }
  },
}

function readOrganisation(args: readonly string[]): string {
  const { values, positionals } = readCommandLine(args, { organisation: { type: 'string' } })
  expectOnlyOptions(positionals)
  if (values.organisation !== undefined) return values.organisation
  throw new UsageFault('--organisation is needed')
}
