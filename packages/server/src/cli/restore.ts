import { resolve } from 'node:path'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { filesFolderOf } from '../platform/config.ts'
import { withConnection } from '../platform/db/connect.ts'
import { migrate } from '../platform/db/migrate.ts'
import { readMigrations } from '../platform/db/migration-files.ts'
import { type CliCommand, readCommandLine, UsageFault } from './command.ts'
import { createProgress } from './progress.ts'

export const restore: CliCommand = {
  usage: [
    'Usage: millrace restore FILE [--force]',
    '',
    'The whole FILE is checked first, and loaded in one transaction: it comes back whole or not at all.',
    'Stop Millrace before. Backups of older versions are brought up to date.',
    '',
    '  --force  replace everything that is in the database and in the folder of files',
  ].join('\n'),
  run: async ({ args, config, print, takeDatabase }) => {
    const { file, isForced } = readOptions(args)
    const database = await takeDatabase()
    const migrations = await readMigrations()
    const onProgress = createProgress(print, 'Restore')
    const filesFolder = filesFolderOf(config)
    const manifest = await withConnection(database.url, (client) =>
      restoreBackup(file, {
        client,
        filesFolder,
        migrations,
        ifUsed: isForced ? 'replace' : 'refuse',
        onProgress,
      }),
    )
    const { count } = await withConnection(database.url, (client) => migrate(client, migrations))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    print(`The backup of ${manifest.madeAt} is restored: ${rows} rows, ${manifest.files?.length ?? 0} files.`)
    if (count > 0) print(`It was brought up to date with ${count} schema changes.`)
    if (manifest.files === null)
      print('It holds no files; they are in the bucket that was set when it was made.')
    return 0
  },
}

function readOptions(args: readonly string[]): { readonly file: string; readonly isForced: boolean } {
  const { values, positionals } = readCommandLine(args, { force: { type: 'boolean', default: false } })
  const [file, ...more] = positionals
  if (file !== undefined && more.length === 0) return { file: resolve(file), isForced: values.force }
  throw new UsageFault('a restore needs the name of one file')
}
