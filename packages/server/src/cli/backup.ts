import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeBackup } from '../platform/backup/write-backup.ts'
import { filesFolderOf } from '../platform/config.ts'
import { withConnection } from '../platform/db/connect.ts'
import { codeOf, messageOf, PlainFault } from '../platform/fault.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { explainFile } from './explain-file.ts'
import { createProgress } from './progress.ts'
import { readVersion } from './version.ts'

export const backup: CliCommand = {
  usage: [
    'Usage: millrace backup FILE',
    '',
    'FILE gets all tables as of one moment and all attached files. It must not exist yet.',
    'Keep it as safe as the database: it holds everything, password hashes included.',
  ].join('\n'),
  run: async ({ args, config, print, openDatabase }) => {
    const [name, ...more] = args
    if (name === undefined || name.startsWith('-') || more.length > 0)
      throw new UsageFault('a backup needs the name of one file')
    const file = resolve(name)
    if (await exists(file))
      throw new PlainFault(`${file} exists already. Give another name, or remove it first.`)
    const database = await openDatabase()
    const filesFolder = filesFolderOf(config)
    const onProgress = createProgress(print, 'Backup')
    const version = readVersion()
    const manifest = await withConnection(database.url, (client) =>
      writeBackup(file, { client, filesFolder, version, onProgress }),
    ).catch((error: unknown) => {
      throw explain(file, error)
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { size } = await stat(file)
    const files = manifest.files
      ? `${manifest.files.length} files`
      : 'without the files, which are kept in a bucket'
    print(`The backup is complete: ${file}, ${rows} rows, ${files}, ${(size / 1e6).toFixed(1)} MB.`)
    return 0
  },
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  )
}

function explain(file: string, error: unknown): unknown {
  if (codeOf(error) !== '42P01') return explainFile(file, error)
  return new PlainFault(
    `The database has no tables of Millrace yet: ${messageOf(error)}. Start Millrace once, or run  millrace migrate.`,
  )
}
