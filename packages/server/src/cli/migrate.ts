import { withConnection } from '../platform/db/connect.ts'
import { migrate } from '../platform/db/migrate.ts'
import { readMigrations } from '../platform/db/migration-files.ts'
import { type CliCommand, expectNoArguments } from './command.ts'

export const migrateCommand: CliCommand = {
  usage: 'Usage: millrace migrate\n\nThe server does the same at every start.',
  run: async ({ args, openDatabase, print }) => {
    expectNoArguments(args)
    const database = await openDatabase()
    const migrations = await readMigrations()
    const { count } = await withConnection(database.url, (client) =>
      migrate(client, migrations, ({ name }, position) =>
        print(`Schema change ${position.index + 1} of ${position.count}: ${name}`),
      ),
    )
    print(count === 0 ? 'The schema was up to date.' : `The schema is up to date after ${count} changes.`)
    return 0
  },
}
