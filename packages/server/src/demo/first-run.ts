import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyInstallation, listOrganisationSlugs } from '../features/identity/index.ts'
import type { Principal } from '../platform/commands/index.ts'
import { type Db, runAlone } from '../platform/db/transaction.ts'
import { codeOf } from '../platform/fault.ts'
import { DEMO_OWNER } from './cast.ts'
import { DEMO_SLUG, seedDemo } from './index.ts'
import type { Progress } from './play-demo.ts'
import type { StageDeps } from './stage.ts'

/** Tells how to sign in to the demo, for as long as the file is there. */
const SIGN_IN_FILE = 'demo-sign-in.txt'
/** There while the demo is being played: found at a start, it was interrupted. */
const PLAYING_FILE = 'demo-is-being-made'
/** Days of the story after which the database looks at its tables again. */
const LEARNT_AFTER_DAYS = [2, 15, 60]
/** Those that grow with every day of the story; the whole database takes twenty times as long. */
const LEARN_GROWING = 'analyze work_item, visit, process_instance, process_activity, case_plan_item'

export type FirstRun = {
  readonly execute: StageDeps
  /** Acts as the owner of the schema. */
  readonly owner: Db
  readonly dataDir: string
  readonly seed: 'demo' | 'empty'
  readonly tell: (sentence: string) => void
  readonly onProgress: Progress
}

/**
 * On an empty installation, makes the demo organisation when that is wanted. A demo that was
 * interrupted is thrown away and made anew: nobody could sign in to it yet.
 */
export async function seedOnFirstRun(run: FirstRun): Promise<void> {
  const playing = join(run.dataDir, PLAYING_FILE)
  const slugs = await listOrganisationSlugs(run.owner)
  const wasInterrupted = slugs.length === 1 && slugs[0] === DEMO_SLUG && (await readIfThere(playing)) !== null
  if (wasInterrupted) await emptyInstallation(run.owner)
  if (run.seed !== 'demo' || (slugs.length > 0 && !wasInterrupted)) return
  run.tell(
    'Making the demo organisation Harbour Tower: half a year of work of 25 people. This takes less than a minute on most machines, once.',
  )
  await writeFile(playing, '')
  await makeDemo({ ...run, now: new Date() })
  await rm(playing)
}

/**
 * Makes the demo and notes how to sign in to it.
 *
 * @returns its owner
 */
export async function makeDemo(
  run: Omit<FirstRun, 'seed' | 'tell'> & { readonly now: Date },
): Promise<Principal> {
  const password = randomBytes(9).toString('base64url')
  const execute = { ...run.execute, db: { ...run.execute.db, isRelaxed: true } }
  // So much comes at once that the database does not know its tables yet: what it planned for empty
  // ones, checks of foreign keys above all, reads every row of full ones. Three quarters of a minute
  // of the first start went into that. Where it fails, such as at a stop, the story only takes longer.
  const learn = () => runAlone(run.owner, { text: LEARN_GROWING }).catch(() => [])
  const learnt: Promise<unknown>[] = []
  const onProgress: Progress = (done, all) => {
    if (LEARNT_AFTER_DAYS.includes(done)) learnt.push(learn())
    run.onProgress(done, all)
  }
  const owner = await play(seedDemo(execute, { password, now: run.now, onProgress }), learnt)
  await runAlone(run.owner, { text: 'analyze' })
  const text = `E-mail: ${DEMO_OWNER.email}\nPassword: ${password}\nEverybody else of the demo signs in with the same password. Delete this file when you know it.\n`
  await writeFile(join(run.dataDir, SIGN_IN_FILE), text, { mode: 0o600 })
  return owner
}

/** Waits for the story, and, however it ends, for what was learnt beside it. */
async function play<Value>(story: Promise<Value>, learnt: readonly Promise<unknown>[]): Promise<Value> {
  try {
    return await story
  } finally {
    await Promise.all(learnt)
  }
}

/** How to sign in, for the person at the terminal. */
export async function signInHint(dataDir: string): Promise<string> {
  const note = await readIfThere(join(dataDir, SIGN_IN_FILE))
  if (note === null) return 'Sign in with your e-mail address and password, or create an account.'
  const [email, password] = note.split('\n')
  return `Sign in to the demo: ${email ?? ''}, ${password ?? ''}`
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
