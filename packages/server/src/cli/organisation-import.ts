import { resolve } from 'node:path'
import { type ImportedOrganisation, importOrganisation } from '../features/exchange/index.ts'
import { catchUp } from '../features/search/index.ts'
import { preparePools } from '../platform/database.ts'
import { withConnection } from '../platform/db/connect.ts'
import { openFiles } from '../platform/files/index.ts'
import { type CliCommand, readCommandLine, UsageFault } from './command.ts'
import { createProgress } from './progress.ts'

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/

export const organisationImport: CliCommand = {
  usage: [
    'Usage: millrace organisation import FILE [--slug NAME]',
    '',
    'Makes the organisation of FILE, whole or not at all; people may go on working in others. One that is',
    'here already is refused. People come in with the account they have here by the same address;',
    'the others are invited. docs/export.md tells more.',
    '',
    '  --slug  its short name in addresses, when the one in FILE is taken here',
  ].join('\n'),
  run: async ({ args, config, print, openDatabase }) => {
    const { file, slug } = readOptions(args)
    const database = await openDatabase()
    const pools = await preparePools(database, config, print)
    const onProgress = createProgress(print, 'Import')
    try {
      const files = await openFiles(config)
      const imported = await withConnection(database.url, (client) =>
        importOrganisation(file, { client, files, slug, onProgress }),
      )
      onProgress('making everything findable')
      const deps = { db: { pool: pools.pool }, files }
      await catchUp(deps, imported.id, new AbortController().signal)
      for (const line of describe(imported)) print(line)
      return 0
    } finally {
      await pools.close()
    }
  },
}

function describe(imported: ImportedOrganisation): readonly string[] {
  const { name, slug, items, files, missing, known, invited, lockedOwner } = imported
  return [
    `Imported ${name} as ${slug}: ${items} items, ${files} files.`,
    ...(missing > 0 ? [`${missing} contents of files were lost before it was exported.`] : []),
    `${known} people came in with the account they have here.`,
    ...(invited > 0
      ? [`${invited} people have none here: they are invited. Send them their links from the page People.`]
      : []),
    ...(lockedOwner === null
      ? []
      : [
          `No owner can sign in yet. Let one in:  millrace user add ${lockedOwner.email} --name ${JSON.stringify(lockedOwner.name)} --organisation ${slug} --role owner`,
        ]),
    'API tokens and sign-in providers do not travel; make them anew in the settings.',
  ]
}

function readOptions(args: readonly string[]): { readonly file: string; readonly slug: string | undefined } {
  const { values, positionals } = readCommandLine(args, { slug: { type: 'string' } })
  const [file, ...more] = positionals
  if (values.slug !== undefined && !SLUG.test(values.slug))
    throw new UsageFault('a short name has small letters, digits and hyphens')
  if (file !== undefined && more.length === 0) return { file: resolve(file), slug: values.slug }
  throw new UsageFault('the name of one file is expected')
}
