import { operation } from '@millrace/contract'
import { z } from 'zod'
import {
  type Command,
  type ExecuteDeps,
  execute,
  type Principal,
  type Unit,
} from '../../platform/commands/index.ts'

type Work = (unit: Unit) => Promise<void>

const TURN = 'notify.turn'

/** A piece of work as a command, so that it is journalled and rung for like all others. No route knows it. */
const turn: Command = {
  operation: operation({
    id: TURN,
    route: { kind: 'command', method: 'POST', path: '', scope: 'organisation' },
    summary: '',
    permission: 'session',
    input: z.custom<Work>((value) => typeof value === 'function'),
    output: z.object({}),
    refusals: [],
  }),
  run: async (unit, inputs) => {
    // The schema above lets nothing but functions pass, and only `runInTime` hands one over.
    for (const work of inputs as readonly Work[]) await work(unit)
    return inputs.map(() => ({}))
  },
}

/** Does what time brings, in one transaction. `personId` is whom it is about, not who does it: nobody does. */
export async function runInTime(
  deps: ExecuteDeps,
  about: { readonly organisationId: string; readonly personId: string },
  work: Work,
): Promise<void> {
  const registry = { ...deps.registry, commands: new Map(deps.registry.commands).set(TURN, turn) }
  const principal: Principal = {
    ...about,
    userId: null,
    orgRole: 'member',
    access: { version: 0, containers: new Map() },
    scopes: null,
  }
  const actor = { kind: 'system' } as const
  await execute({ ...deps, registry }, { principal, actor, calls: [{ name: TURN, input: work }] })
}
