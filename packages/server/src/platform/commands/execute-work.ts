import { operation } from '@millrace/contract'
import { z } from 'zod'
import { type ExecuteDeps, type ExecuteRequest, execute } from './execute.ts'
import type { Command } from './registry.ts'
import type { Unit } from './unit.ts'

/** A piece of work in a transaction that nobody asked for by a command. */
export type Work = (unit: Unit) => Promise<void>

const NAME = 'platform.work'

/**
 * A piece of work as a command, so that it is journalled, reacted to and rung for like all others.
 * It stands in a registry of its own that no route knows.
 */
const COMMAND: Command = {
  operation: operation({
    id: NAME,
    route: { kind: 'command', method: 'POST', path: '', scope: 'organisation' },
    summary: '',
    permission: 'session',
    input: z.custom<Work>((value) => typeof value === 'function'),
    output: z.object({}),
    refusals: [],
  }),
  run: async (unit, inputs) => {
    // The schema above lets nothing but functions pass, and only `executeWork` hands them over.
    for (const work of inputs as readonly Work[]) await work(unit)
    return inputs.map(() => ({}))
  },
}

/** Does a piece of work in one transaction, in somebody's name. */
export async function executeWork(
  deps: ExecuteDeps,
  who: Omit<ExecuteRequest, 'calls'>,
  work: Work,
): Promise<void> {
  const registry = { ...deps.registry, commands: new Map(deps.registry.commands).set(NAME, COMMAND) }
  await execute({ ...deps, registry }, { ...who, calls: [{ name: NAME, input: work }] })
}
