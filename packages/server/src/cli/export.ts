import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { exportItems } from '../features/exchange/index.ts'
import { findPrincipal } from '../features/identity/index.ts'
import { type FileAnswer, makeFile, Refused } from '../platform/commands/index.ts'
import { preparePools } from '../platform/database.ts'
import type { Db } from '../platform/db/transaction.ts'
import { PlainFault } from '../platform/fault.ts'
import type { CliCommand, CliContext } from './command.ts'
import { explainFile } from './explain-file.ts'
import { explainRefusal } from './explain-refusal.ts'
import { type ExportOptions, readExportOptions } from './export-options.ts'
import { createProgress } from './progress.ts'

export const exportCommand: CliCommand = {
  usage: [
    'Usage: millrace export [QUERY] --organisation SLUG --as E-MAIL --to FILE [options]',
    '',
    '  --format    csv, xlsx or json; what FILE ends in when left out',
    '  --columns   which, with commas in between, such as title,due,field.floor; all when left out',
    '  --archived  no, only or also',
    '',
    'FILE gets what the person may see of what the query finds, in its order; docs/export.md tells more.',
  ].join('\n'),
  run: async (context) => {
    const options = readExportOptions(context.args)
    const database = await context.openDatabase()
    const pools = await preparePools(database, context.config, context.print)
    try {
      return await carryOut(context, options, { pool: pools.pool })
    } catch (error) {
      throw error instanceof Refused ? explainRefusal(error) : error
    } finally {
      await pools.close()
    }
  },
}

async function carryOut({ config, print }: CliContext, options: ExportOptions, db: Db): Promise<number> {
  const principal = await findPrincipal(db, options)
  if (!principal)
    throw new PlainFault(
      `${options.email} is nobody in the organisation ${options.organisation}, or it does not exist.`,
    )
  const { query, format, columns, archived } = options
  const input = { query, format, archived, ...(columns === undefined ? {} : { columns }) }
  const wanted = { download: exportItems, principal, input, baseUrl: config.publicUrl ?? '' }
  const progress = createProgress(print, 'Export')
  let count = 0
  await makeFile(db, wanted, async (file) => {
    count = file.count
    await keep(options.file, watched(file, progress))
  })
  const { size } = await stat(options.file)
  print(`Exported ${count} items to ${options.file}, ${(size / 1e6).toFixed(1)} MB.`)
  return 0
}

/** Under another name until it is whole: a file of that name is not lost to half of another. */
async function keep(file: string, content: FileAnswer['content']): Promise<void> {
  const part = `${file}.part`
  try {
    await pipeline(content, createWriteStream(part))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw explainFile(file, error)
  }
}

async function* watched({ count, content }: FileAnswer, progress: (step: string) => void) {
  let bytes = 0
  for await (const piece of content) {
    bytes += piece.length
    progress(`${(bytes / 1e6).toFixed(1)} MB of ${count} items`)
    yield piece
  }
}
