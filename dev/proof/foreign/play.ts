import {
  advanceProcess,
  type ProcessCommand,
  type ProcessGraph,
  type ProcessState,
  type ProcessWorld,
  startProcess,
} from '@millrace/core/process'

const WORLD: ProcessWorld = {
  now: 0,
  dueOf: () => ({ ok: true, dueAt: 1, cycle: { nth: 0, left: 3, after: null } }),
}

/** Commands that are said one after the other, of whatever there is to say. */
const MOST = 60

/** Lets a process go on by whatever can be said to it, chosen by numbers; everything that can be said is allowed. */
export function play(graph: ProcessGraph, choices: readonly number[]): ProcessState {
  const begun = startProcess({ graph, world: WORLD }, { variables: { cost: 4, list: [1, 2, 3] } })
  if (!begun.ok) throw new TypeError(begun.fault)
  let { state } = begun.step
  for (let step = 0; step < MOST && state.status === 'running'; step++) {
    const commands = commandsFor(graph, state)
    const command = commands[(choices[step % choices.length] ?? 0) % commands.length]
    if (!command) break
    const advanced = advanceProcess({ graph, state, world: WORLD }, command)
    if (advanced.ok) state = advanced.step.state
  }
  return state
}

function commandsFor(
  graph: ProcessGraph,
  { tokens, waits, scopes }: ProcessState,
): readonly ProcessCommand[] {
  const anywhere = graph.nodes[tokens.length % graph.nodes.length]?.id ?? ''
  return [
    ...tokens.flatMap(({ id: tokenId }): readonly ProcessCommand[] => [
      { kind: 'complete', tokenId, values: { cost: tokenId } },
      { kind: 'throw', tokenId, code: 'B', values: {} },
      { kind: 'escalate', tokenId, code: 'L', values: {} },
      { kind: 'retry', tokenId },
      { kind: 'skip', tokenId },
      { kind: 'move', tokenId, at: anywhere },
      { kind: 'remove', tokenId },
    ]),
    ...waits.map(({ id: waitId }): ProcessCommand => ({ kind: 'happen', waitId, values: { cost: waitId } })),
    ...scopes.flatMap(({ id: scopeId }): readonly ProcessCommand[] => [
      { kind: 'write', scopeId, values: { cost: 5 } },
      { kind: 'activate', scopeId, at: anywhere },
      { kind: 'finish', scopeId },
    ]),
  ]
}
