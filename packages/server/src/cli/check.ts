import { findOrganisationId, listOrganisationSlugs } from '../features/identity/index.ts'
import { checkPlanOf, findLiveProjects } from '../features/schedule/index.ts'
import { preparePools } from '../platform/database.ts'
import { type Db, inSnapshot, runAlone } from '../platform/db/transaction.ts'
import { PlainFault } from '../platform/fault.ts'
import { describeChecked, isBroken } from './check-report.ts'
import { type CliCommand, type CliContext, expectOnlyOptions, readCommandLine } from './command.ts'

export const checkCommand: CliCommand = {
  usage: [
    'Usage: millrace check [--organisation SLUG] [--project KEY]',
    '',
    '  --organisation  only the plans of this organisation',
    '  --project       only the plan of the project with this key',
    '',
    'Looks at the dates of plans minute by minute, apart from what calculates them: working time, durations,',
    'links, constraints and deadlines. The exit code is 1 when calculated dates break working time, a duration or',
    'a link, or a plan cannot be calculated.',
  ].join('\n'),
  run: async (context) => {
    const { organisation, project } = readOptions(context.args)
    const database = await context.openDatabase()
    const pools = await preparePools(database, context.config, context.print)
    try {
      const db = { pool: pools.pool }
      const slugs = organisation === undefined ? await slugsOf(db) : [organisation]
      let [seen, broken] = [0, 0]
      for (const slug of slugs) {
        const found = await checkOrganisation(context, db, { slug, key: project ?? null })
        seen += found.seen
        broken += found.broken
      }
      if (seen === 0 && project !== undefined)
        throw new PlainFault(`There is no project with the key ${project}.`)
      return broken === 0 ? 0 : 1
    } finally {
      await pools.close()
    }
  },
}

/** So many organisations are listed at once. */
const ORGANISATIONS_MAX = 100

async function slugsOf(db: Db): Promise<readonly string[]> {
  const slugs = await listOrganisationSlugs(db)
  if (slugs.length < ORGANISATIONS_MAX) return slugs
  throw new PlainFault('There are many organisations. Name one after the other with --organisation.')
}

function readOptions(args: readonly string[]) {
  const options = { organisation: { type: 'string' }, project: { type: 'string' } } as const // As the command line is read by it.
  const { values, positionals } = readCommandLine(args, options)
  expectOnlyOptions(positionals)
  return values
}

/** @returns how many plans it has, and how many of them are broken */
async function checkOrganisation(
  { print }: CliContext,
  db: Db,
  { slug, key }: { readonly slug: string; readonly key: string | null },
): Promise<{ readonly seen: number; readonly broken: number }> {
  const organisationId = await findOrganisationId({ query: (one) => runAlone(db, one) }, slug)
  if (organisationId === null) throw new PlainFault(`There is no organisation ${slug}.`)
  const projects = await inSnapshot(db, organisationId, (tx) => findLiveProjects(tx, organisationId, key))
  if (projects.length === 0 && key === null) print(`${slug}: there is no project.`)
  let broken = 0
  for (const { id, key: projectKey, name } of projects) {
    // Each plan as of a moment of its own: nobody waits for all of them.
    const checked = await inSnapshot(db, organisationId, (tx) => checkPlanOf(tx, organisationId, id))
    if (!checked) continue
    if (isBroken(checked)) broken += 1
    for (const line of describeChecked(`${slug} ${projectKey} ${name}`, checked)) print(line)
  }
  return { seen: projects.length, broken }
}
