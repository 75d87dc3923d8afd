import type { InputOf, Operation, OutputOf, ParsedInputOf } from '@millrace/contract'
import type { QueryContext, Reaction, Unit } from './unit.ts'

/** A command as a feature offers it: many inputs of one kind at once, so that its SQL is set-based. */
export type Command = {
  readonly operation: Operation
  readonly run: (unit: Unit, inputs: readonly unknown[]) => Promise<readonly unknown[]>
  /** The answer as it is kept for a repeated request, if it holds a secret that nobody may keep. */
  readonly keep?: (output: unknown) => unknown
  /** How many milliseconds whoever asks alone may be kept waiting for a better answer than this one. */
  readonly patience?: (input: unknown, output: unknown) => number
}

/** A question as a feature offers it. */
export type Query = {
  readonly operation: Operation
  readonly run: (context: QueryContext, input: unknown) => Promise<unknown>
}

/** Binds an operation to the function that carries it out, checking both types against each other. */
export function command<Op extends Operation>(
  operation: Op,
  run: (unit: Unit, inputs: readonly ParsedInputOf<Op>[]) => Promise<readonly OutputOf<Op>[]>,
  keep?: (output: OutputOf<Op>) => OutputOf<Op>,
): Command {
  // Inputs were parsed by the operation's own schema before they get here.
  const bound = { operation, run: run as Command['run'] }
  // It gets what `run` answered.
  return keep ? { ...bound, keep: keep as NonNullable<Command['keep']> } : bound
}

/** The same command, which is carried out again until it has something to answer, or nobody waits any more. */
export function patient<Op extends Operation>(
  one: Command,
  _operation: Op,
  patience: (input: ParsedInputOf<Op>, output: OutputOf<Op>) => number,
): Command {
  // It gets what was parsed by the operation's own schema, and what `run` answered.
  return { ...one, patience: patience as NonNullable<Command['patience']> }
}

/** Binds a question to the function that answers it. */
export function query<Op extends Operation>(
  operation: Op,
  run: (context: QueryContext, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
): Query {
  return { operation, run: run as Query['run'] } // As above.
}

/** Everything the features offer, by operation id. */
export type Registry = {
  readonly commands: ReadonlyMap<string, Command>
  readonly queries: ReadonlyMap<string, Query>
  readonly reactions: readonly Reaction[]
}

/** A call of a command by name, as it comes in a batch. */
export type CommandCall<Op extends Operation = Operation> = {
  readonly name: Op['id']
  readonly input: InputOf<Op>
}

/** Puts the offers of all features together. Two offers for one operation are a bug. */
export function createRegistry(
  commands: readonly Command[],
  queries: readonly Query[],
  reactions: readonly Reaction[],
): Registry {
  return { commands: byId(commands), queries: byId(queries), reactions }
}

function byId<Offer extends { readonly operation: Operation }>(offers: readonly Offer[]): Map<string, Offer> {
  const map = new Map<string, Offer>()
  for (const offer of offers) {
    if (map.has(offer.operation.id)) throw new TypeError(`two offers for ${offer.operation.id}`)
    map.set(offer.operation.id, offer)
  }
  return map
}
