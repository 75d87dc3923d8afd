import { type Random, randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import { attachFile } from '../features/files/index.ts'
import { ask, type ExecuteDeps, execute, type Principal } from '../platform/commands/index.ts'
import type { FileStore } from '../platform/files/index.ts'
import { CAST, TEAMS } from './cast.ts'

/** What somebody does: a command by name, with its input. */
export type Call = { readonly name: string; readonly input: unknown }

/** A file as somebody of the story sends it. */
export type Paper = {
  readonly name: string
  readonly mediaType: string
  readonly text: string
  readonly place: { readonly kind: 'item' | 'container'; readonly id: string }
}

/**
 * Where the story is played: everything that happens goes through the same commands as everything
 * else, at a moment of the story and by a person of it.
 */
export type Stage = {
  readonly owner: Principal
  readonly random: Random
  readonly personIds: ReadonlyMap<string, string>
  readonly teamIds: ReadonlyMap<string, string>
  /** A new id, as old as the moment of the story. */
  readonly newId: (at: number) => string
  /** Lets somebody do something, in one transaction. */
  readonly act: (at: number, who: string, calls: readonly Call[]) => Promise<readonly unknown[]>
  /** Lets somebody attach a file. */
  readonly attach: (at: number, who: string, paper: Paper) => Promise<void>
  readonly ask: (name: string, input: unknown) => Promise<unknown>
}

/** What a story needs of the server. */
export type StageDeps = ExecuteDeps & {
  readonly files: FileStore
  /** Ends the story before its time, between two deeds. */
  readonly signal?: AbortSignal
}

const SEED = 20_260
/** What is older has been seen by everybody, and is in nobody's inbox. */
const NEWS_MS = 7 * 86_400_000
/** What the commands take in one transaction. */
const BATCH = 500
/** More than any paper of the story has. */
const PAPER_MAX_BYTES = 100_000

/** Sets the stage for an organisation that exists already. */
export function createStage(deps: StageDeps, owner: Principal, today: Date): Stage {
  const dice = diceOf(SEED)
  const origin = { kind: 'demo', newsSince: today.getTime() - NEWS_MS } as const
  const people = new Map(CAST.map(({ key }) => [key, dice.newId(Date.now())]))
  const personIds = new Map([...people, ['owner', owner.personId]])
  const as = (who: string): Principal => ({ ...owner, personId: personIds.get(who) ?? owner.personId })
  return {
    owner,
    ...dice,
    personIds,
    teamIds: new Map(TEAMS.map(({ key }) => [key, dice.newId(Date.now())])),
    act: async (now, who, calls) => {
      const results: unknown[] = []
      for (let start = 0; start < calls.length; start += BATCH) {
        deps.signal?.throwIfAborted()
        const answer = await execute(deps, {
          principal: as(who),
          calls: calls.slice(start, start + BATCH),
          origin,
          now,
        })
        results.push(...answer.results)
      }
      return results
    },
    attach: async (now, who, { place, name, mediaType, text }) => {
      deps.signal?.throwIfAborted()
      const { organisationId } = owner
      const content = await deps.files.put(bytesOf(text), {
        folder: organisationId,
        maxBytes: PAPER_MAX_BYTES,
      })
      const { sizeBytes, sha256 } = content
      const file = { id: dice.newId(now), place, name, mediaType, sizeBytes, sha256 }
      await attachFile(deps, { principal: as(who), file, origin, now })
    },
    ask: (name, input) => ask(deps, { principal: owner, name, input }),
  }
}

/** The same stage with dice of its own, so that stories played side by side always go the same way. */
export function withOwnDice(stage: Stage, chapter: number): Stage {
  return { ...stage, ...diceOf(SEED + chapter) }
}

function diceOf(seed: number): Pick<Stage, 'random' | 'newId'> {
  const random = seededRandom(seed)
  return { random, newId: (at) => uuidV7(at, randomBytes10(random)) }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** What is to be done, gathered by who does it. */
export function byWorker(
  work: readonly { readonly worker: string; readonly call: Call }[],
): ReadonlyMap<string, readonly Call[]> {
  const gathered = Map.groupBy(work, ({ worker }) => worker)
  return new Map([...gathered].map(([worker, own]) => [worker, own.map(({ call }) => call)]))
}

/** One of several, by chance. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

/** How many of something happen in a day when `mean` do on average. @see Knuth, TAOCP 2, §3.4.1 */
export function poisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}
