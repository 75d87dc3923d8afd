import { composeRegistry } from '../app/registry.ts'
import { makeDemo, signInHint } from '../demo/first-run.ts'
import { DEMO_SLUG } from '../demo/index.ts'
import { listOrganisationSlugs } from '../features/identity/index.ts'
import { preparePools } from '../platform/database.ts'
import { PlainFault } from '../platform/fault.ts'
import { openFiles } from '../platform/files/index.ts'
import { type CliCommand, expectNoArguments } from './command.ts'
import { createProgress } from './progress.ts'

export const seedDemoCommand: CliCommand = {
  usage: 'Usage: millrace seed demo',
  run: async ({ args, config, print, openDatabase }) => {
    expectNoArguments(args)
    const database = await openDatabase()
    const pools = await preparePools(database, config, print)
    try {
      const owner = { pool: pools.ownerPool }
      if ((await listOrganisationSlugs(owner)).includes(DEMO_SLUG)) {
        throw new PlainFault(
          `There is an organisation ${DEMO_SLUG} already, and the demo is made only once. Another DATA_DIR or database can have one of its own.`,
        )
      }
      const files = await openFiles(config)
      const execute = { db: { pool: pools.pool }, registry: composeRegistry(), onCommitted: () => {}, files }
      const progress = createProgress(print, 'Harbour Tower')
      const onProgress = (done: number, all: number) => progress(`day ${done} of ${all}`)
      await makeDemo({ execute, owner, dataDir: config.dataDir, now: new Date(), onProgress })
      print(await signInHint(config.dataDir))
      return 0
    } finally {
      await pools.close()
    }
  },
}
