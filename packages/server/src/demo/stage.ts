import { type Random, randomBytes10, seededRandom, uuidV7 } from '@millrace/core/kernel'
import { ask, type ExecuteDeps, execute, type Principal } from '../platform/commands/index.ts'
import { CAST, TEAMS } from './cast.ts'

type Call = { readonly name: string; readonly input: unknown }

/**
 * Where the story is played: everything that happens goes through the same commands as everything
 * else, at a moment of the story and by a person of it.
 */
export type Stage = {
  readonly owner: Principal
  readonly random: Random
  readonly personIds: ReadonlyMap<string, string>
  readonly teamIds: ReadonlyMap<string, string>
  /** Items somebody has begun to work on, with who it is. */
  readonly started: Map<string, string>
  /** A new id, as old as the moment of the story. */
  readonly newId: (at: number) => string
  /** Lets somebody do something, in one transaction. */
  readonly act: (at: number, who: string, calls: readonly Call[]) => Promise<readonly unknown[]>
  readonly ask: (name: string, input: unknown) => Promise<unknown>
}

const SEED = 20_260
/** What the commands take in one transaction. */
const BATCH = 500

/** Sets the stage for an organisation that exists already. */
export function createStage(deps: ExecuteDeps, owner: Principal): Stage {
  const random = seededRandom(SEED)
  const newId = (at: number): string => uuidV7(at, randomBytes10(random))
  const people = new Map(CAST.map(({ key }) => [key, newId(Date.now())]))
  const personIds = new Map([...people, ['owner', owner.personId]])
  const teamIds = new Map(TEAMS.map(({ key }) => [key, newId(Date.now())]))
  return {
    owner,
    random,
    personIds,
    teamIds,
    started: new Map(),
    newId,
    act: async (at, who, calls) => {
      const personId = personIds.get(who) ?? owner.personId
      const results: unknown[] = []
      for (let start = 0; start < calls.length; start += BATCH) {
        const answer = await execute(deps, {
          principal: { ...owner, personId },
          calls: calls.slice(start, start + BATCH),
          origin: { kind: 'demo' },
          now: at,
        })
        results.push(...answer.results)
      }
      return results
    },
    ask: (name, input) => ask(deps, { principal: owner, name, input }),
  }
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
