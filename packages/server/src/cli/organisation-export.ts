import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { composeRegistry } from '../app/registry.ts'
import { writeOrganisation } from '../features/exchange/index.ts'
import { findOrganisationId } from '../features/identity/index.ts'
import { preparePools } from '../platform/database.ts'
import { runAlone } from '../platform/db/transaction.ts'
import { PlainFault } from '../platform/fault.ts'
import { openFiles } from '../platform/files/index.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { explainFile } from './explain-file.ts'
import { createProgress } from './progress.ts'
import { readVersion } from './version.ts'

export const organisationExport: CliCommand = {
  usage: [
    'Usage: millrace organisation export SLUG FILE',
    '',
    'FILE, which must not exist yet, gets everything of one organisation: tables, journal and attached',
    'files, as of one moment, without passwords, tokens and other secrets. docs/export.md tells more.',
  ].join('\n'),
  run: async ({ args, config, print, openDatabase }) => {
    const [slug, name, ...more] = args
    if (slug === undefined || name === undefined || name.startsWith('-') || more.length > 0)
      throw new UsageFault('the short name of an organisation and the name of a file are expected')
    const file = resolve(name)
    if (await exists(file))
      throw new PlainFault(`${file} exists already. Give another name, or remove it first.`)
    const database = await openDatabase()
    const pools = await preparePools(database, config, print)
    try {
      const db = { pool: pools.pool }
      const organisationId = await findOrganisationId({ query: (one) => runAlone(db, one) }, slug)
      if (organisationId === null) throw new PlainFault(`There is no organisation ${slug}.`)
      const files = await openFiles(config)
      const around = { db, registry: composeRegistry(), onCommitted: () => {}, files }
      const progress = createProgress(print, 'Export')
      const manifest = await writeOrganisation(
        { ...around, copyPool: pools.libraryPool, version: readVersion() },
        {
          organisationId,
          name: basename(file),
          onProgress: (done, total) => progress(`${done} of ${total} rows and files`),
        },
        (content) => keep(file, content),
      )
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const { size } = await stat(file)
      print(
        `Exported ${slug} to ${file}: ${rows} rows, ${manifest.files.length} files, ${(size / 1e6).toFixed(1)} MB.`,
      )
      if (manifest.missing.length > 0)
        print(`${manifest.missing.length} contents of files could not be found; the archive names them.`)
      return 0
    } finally {
      await pools.close()
    }
  },
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  )
}

/** Under another name until it is whole; for this user alone, for it tells everything. */
async function keep(file: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${file}.part`
  try {
    await pipeline(content, createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw explainFile(file, error)
  }
}
