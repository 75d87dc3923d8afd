import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ImportMapping, type ImportView, tableOf } from '@millrace/contract'
import { composeRegistry } from '../app/registry.ts'
import {
  createExchangeJobs,
  findContainerByKey,
  type ImportDeps,
  uploadFile,
} from '../features/exchange/index.ts'
import { findPrincipal } from '../features/identity/index.ts'
import { ask, execute, type Principal, Refused } from '../platform/commands/index.ts'
import { preparePools } from '../platform/database.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { openFiles } from '../platform/files/index.ts'
import { startWorker } from '../platform/jobs/index.ts'
import type { CliCommand, CliContext } from './command.ts'
import { explainRefusal } from './explain-refusal.ts'
import { chooseSheet, type ImportOptions, mapColumns, readImportOptions } from './import-options.ts'
import { describePlan, describeRemoval } from './import-report.ts'
import { createProgress } from './progress.ts'

const LOOK_EVERY_MS = 200

export const importCommand: CliCommand = {
  usage: [
    'Usage: millrace import FILE --organisation SLUG --as E-MAIL (--container KEY | --new KIND:KEY:NAME) [options]',
    '',
    '  --container  put the items into a container that exists, by its key',
    '  --new        make one: project, process, case or list; such as project:TWR:Tower',
    '  --map        column=field for a table, as often as needed; the column by name or by number from 1',
    '  --sheet      the sheet of a spreadsheet, by its name or its number from 1',
    '  --dry-run    only tell what would happen',
    '  --yes        keep the result at once; otherwise the run waits for approval on its page',
    '',
    'The file may be a table (CSV, XLSX), XML of Microsoft Project, XER of Primavera, or the export of another tracker;',
    'docs/import.md tells more.',
  ].join('\n'),
  run: async (context) => {
    const options = readImportOptions(context.args)
    await checkFile(options.file)
    const database = await context.openDatabase()
    const pools = await preparePools(database, context.config, context.print)
    try {
      const deps = {
        db: { pool: pools.pool },
        registry: composeRegistry(),
        onCommitted: () => {},
        files: await openFiles(context.config),
        maxBytes: context.config.importMaxBytes,
      }
      return await carryOut(context, options, deps)
    } catch (error) {
      throw error instanceof Refused ? explainRefusal(error) : error
    } finally {
      await pools.close()
    }
  },
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw new PlainFault(`${path} cannot be read: ${messageOf(error)}.`)
  })
  if (!found.isFile()) throw new PlainFault(`${path} is not a file.`)
}

async function carryOut({ print }: CliContext, options: ImportOptions, deps: ImportDeps): Promise<number> {
  const principal = await findPrincipal(deps.db, options)
  if (!principal)
    throw new PlainFault(
      `${options.email} is nobody in the organisation ${options.organisation}, or it does not exist.`,
    )
  const desk = createDesk(deps, principal)
  const worker = startWorker({
    db: deps.db,
    handlers: createExchangeJobs(deps),
    onFault: (error) => print(messageOf(error)),
  })
  try {
    const checked = await check(desk, options, { deps, principal })
    for (const line of describePlan(checked)) print(line)
    if (checked.failure || options.isDryRun) {
      await desk.drop(checked.id)
      return checked.failure ? 1 : 0
    }
    const progress = createProgress(print, 'Import')
    await desk.change('exchange.startImport', checked.id)
    const ended = await desk.until(checked.id, ({ state, done, total }) => {
      progress(`${done} of ${total} steps`)
      return state !== 'running'
    })
    return await settle(desk, ended, { options, print })
  } finally {
    await worker.stop()
  }
}

async function check(
  desk: Desk,
  options: ImportOptions,
  { deps, principal }: { readonly deps: ImportDeps; readonly principal: Principal },
): Promise<ImportView> {
  const content = createReadStream(options.file)
  const uploaded = await uploadFile(deps, principal, { name: basename(options.file), content })
  try {
    const sheet = chooseSheet(uploaded.profile, options.sheet)
    const mapping: ImportMapping = {
      target: await targetOf(deps, principal, options),
      columns: mapColumns(tableOf(uploaded.profile, sheet), options.map),
      ...(sheet === undefined ? {} : { sheet }),
      typeId: null,
      people: 'placeholder',
    }
    await desk.change('exchange.mapImport', uploaded.id, { mapping })
  } catch (error) {
    await desk.drop(uploaded.id)
    throw error
  }
  return await desk.until(uploaded.id, ({ plan, failure }) => plan !== null || failure !== null)
}

async function targetOf(
  deps: ImportDeps,
  { organisationId }: Principal,
  { target }: ImportOptions,
): Promise<ImportMapping['target']> {
  if ('kind' in target) return target
  const key = target.containerKey
  const containerId = await inTransaction(deps.db, organisationId, (tx) =>
    findContainerByKey(tx, organisationId, key),
  )
  if (containerId === null) throw new PlainFault(`There is no container with the key ${key}.`)
  return { kind: 'existing', containerId }
}

async function settle(
  desk: Desk,
  run: ImportView,
  { options, print }: { readonly options: ImportOptions; readonly print: CliContext['print'] },
): Promise<number> {
  if (run.state !== 'review') {
    print(run.failure?.sentence ?? `The import is ${run.state}.`)
    for (const line of describeRemoval(run)) print(line)
    return 1
  }
  if (!options.isApproved) {
    print(
      `Imported ${run.plan?.counts.items ?? 0} items. Approve or revert the run on the page Imports (${run.id}).`,
    )
    return 0
  }
  await desk.change('exchange.approveImport', run.id)
  print(`Imported and approved: ${run.plan?.counts.items ?? 0} items.`)
  return 0
}

/** Asks and changes in the name of one person. */
type Desk = ReturnType<typeof createDesk>

function createDesk(deps: ImportDeps, principal: Principal) {
  async function change(name: string, id: string, more: object = {}): Promise<void> {
    await execute(deps, { principal, calls: [{ name, input: { id, ...more } }] })
  }
  async function until(id: string, isReached: (run: ImportView) => boolean): Promise<ImportView> {
    for (;;) {
      const answer = await ask(deps, { principal, name: 'exchange.getImport', input: { id } })
      const run = answer as ImportView // The answer of that question.
      if (isReached(run)) return run
      await sleep(LOOK_EVERY_MS)
    }
  }
  return {
    change,
    until,
    /** Takes a run back, or lets go of one that never started. */
    drop: async (id: string): Promise<void> => {
      await change('exchange.revertImport', id)
      await until(id, ({ state }) => state === 'reverted')
    },
  }
}
