import type { Actor, Id, Instant } from '../kernel/index.ts'
import { advanceProcess, type ProcessCommand } from './engine/advance-process.ts'
import type { ProcessGraph } from './engine/graph.ts'
import type { ProcessHappening, TimerDue } from './engine/machine.ts'
import { NOT_STARTED, type ProcessState } from './engine/state.ts'

/** What was said to an instance, or that the last of it was taken back. */
export type HistoryCommand =
  | ProcessCommand
  | { readonly kind: 'take-back' }
  /** It goes on by another version, in the state that it was brought into there. */
  | { readonly kind: 'migrate'; readonly state: ProcessState }

/** What happened at an element or a flow, by the ids that the model gives them. */
export type Happened = Omit<ProcessHappening, 'at'> & { readonly at: string }

/** One step of an instance: what was said to it, by whom, and what came of it. */
export type HistoryEntry = {
  readonly at: Instant
  readonly actor: Actor
  /** Why, where somebody repaired it. */
  readonly reason?: string | null
  readonly modelId: Id<'ProcessVersion'>
  readonly command: HistoryCommand
  /** What calendars said to its timers, in the order they were asked. */
  readonly dues: readonly TimerDue[]
  readonly happened: readonly Happened[]
}

/**
 * Where an instance is, by its history alone: what was said to it, said once more. Calendars are not asked again,
 * their answers are part of the history.
 *
 * @param entries from the first on, in their order
 * @param graphOf the versions that they name
 * @throws TypeError when an entry does not fit to those before it: the history was changed
 */
export function replay(entries: readonly HistoryEntry[], graphOf: GraphAt): ProcessState {
  return [...statesOf(entries, graphOf)].at(-1) ?? NOT_STARTED
}

/** Where an instance was after each entry of its history; like `replay`. */
export function* statesOf(
  entries: readonly HistoryEntry[],
  graphOf: GraphAt,
): Generator<ProcessState, undefined, undefined> {
  const kept: { readonly entry: HistoryEntry; readonly state: ProcessState }[] = []
  const last = () => kept.at(-1)?.state ?? NOT_STARTED
  for (const entry of entries) {
    if (entry.command.kind === 'take-back') takeLast(kept, (one) => one.entry)
    else kept.push({ entry, state: stepAgain(last(), entry, graphOf) })
    yield last()
  }
}

/** Whether an instance is where it was before the entry: it stood still for a while. */
export function isStandstill({ command, happened }: HistoryEntry): boolean {
  return command.kind === 'suspend' || (command.kind === 'resume' && happened.length === 0)
}

/** The last step goes, and with it that the instance stood still after it. */
function takeLast<Kept>(kept: Kept[], entryOf: (one: Kept) => HistoryEntry): void {
  let gone = kept.pop()
  while (gone !== undefined && isStandstill(entryOf(gone))) gone = kept.pop()
}

/** A version, as it is asked for at the moment of an entry. */
export type GraphAt = (modelId: string, at: Instant) => ProcessGraph

/** The entries that still count: without what was taken back. */
export function standing(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const kept: HistoryEntry[] = []
  for (const entry of entries) {
    if (entry.command.kind === 'take-back') takeLast(kept, (one) => one)
    else kept.push(entry)
  }
  return kept
}

function stepAgain(
  state: ProcessState,
  { command, at, dues, modelId }: HistoryEntry,
  graphOf: GraphAt,
): ProcessState {
  if (command.kind === 'migrate') return command.state
  if (command.kind === 'take-back') return state
  const answers = dues.values()
  const dueOf = (): TimerDue => answers.next().value ?? { ok: false, fault: 'not in the history' }
  const stepped = advanceProcess({ graph: graphOf(modelId, at), state, world: { now: at, dueOf } }, command)
  if (!stepped.ok) throw new TypeError(`the history does not fit: ${command.kind}, ${stepped.fault}`)
  return stepped.step.state
}
