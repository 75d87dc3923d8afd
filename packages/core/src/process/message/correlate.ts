/** A message that was sent, and is for whoever waits for its name with its key. */
export type SentMessage = {
  readonly id: string
  readonly name: string
  readonly key: string | null
  /** The processes that it may reach; null: all of them. */
  readonly processIds: ReadonlySet<string> | null
}

/** An instance that waits for a message. */
export type MessageWait = {
  readonly processId: string
  readonly instanceId: string
  readonly waitId: number
  readonly name: string
  readonly key: string | null
}

/** A start event of a process by which a message makes a new instance. */
export type MessageStart = { readonly processId: string; readonly node: string; readonly name: string }

/** Who may be given messages. */
export type MessageTakers = {
  /** Whoever has waited longest comes first. */
  readonly waits: readonly MessageWait[]
  readonly starts: readonly MessageStart[]
  /** What was given to whom already, as `takenBy` writes it. */
  readonly taken: ReadonlySet<string>
  /** Instances that run and were begun by a message with a key, as `takenBy` writes it. */
  readonly begun: ReadonlySet<string>
}

/** To whom a message goes. */
export type Correlation =
  | { readonly kind: 'happen'; readonly messageId: string; readonly wait: MessageWait }
  | { readonly kind: 'start'; readonly messageId: string; readonly start: MessageStart }

/** That a process has a message, or has begun an instance by a key. */
export function takenBy(processId: string, idOrKey: string): string {
  return `${processId} ${idOrKey}`
}

/**
 * Gives messages to those who wait, in the order in which they were sent. A message goes once to a process: to the
 * instance that has waited longest for its name and key; where none waits, to a start event of it, unless an instance
 * that was begun by the same key still runs. What nobody takes may be tried again as long as it is kept.
 *
 * @returns at most one message for each instance, and one new instance for each key: whoever has gone on may wait for another
 */
export function correlate(messages: readonly SentMessage[], takers: MessageTakers): readonly Correlation[] {
  const round: Round = {
    taken: takers.taken,
    begun: new Set(takers.begun),
    told: new Set(),
    waitsFor: Map.groupBy(takers.waits, subscriptionOf),
    startsBy: Map.groupBy(takers.starts, ({ name }) => name),
  }
  return messages.flatMap((message) => {
    const reached = new Set<string>()
    return [...toWaiting(message, round, reached), ...toStarts(message, round, reached)]
  })
}

type Round = {
  readonly taken: ReadonlySet<string>
  readonly begun: Set<string>
  /** Instances that were told something: only then it is known what they wait for next. */
  readonly told: Set<string>
  readonly waitsFor: ReadonlyMap<string, readonly MessageWait[]>
  readonly startsBy: ReadonlyMap<string, readonly MessageStart[]>
}

function toWaiting(message: SentMessage, round: Round, reached: Set<string>): readonly Correlation[] {
  const given: Correlation[] = []
  for (const wait of round.waitsFor.get(subscriptionOf(message)) ?? []) {
    if (reached.has(wait.processId) || !mayTake(message, round, wait.processId)) continue
    reached.add(wait.processId)
    if (round.told.has(wait.instanceId)) continue
    round.told.add(wait.instanceId)
    given.push({ kind: 'happen', messageId: message.id, wait })
  }
  return given
}

function toStarts(message: SentMessage, round: Round, reached: Set<string>): readonly Correlation[] {
  const given: Correlation[] = []
  for (const start of round.startsBy.get(message.name) ?? []) {
    if (reached.has(start.processId) || !mayTake(message, round, start.processId)) continue
    const begins = message.key === null ? null : takenBy(start.processId, message.key)
    if (begins !== null && round.begun.has(begins)) continue
    reached.add(start.processId)
    if (begins !== null) round.begun.add(begins)
    given.push({ kind: 'start', messageId: message.id, start })
  }
  return given
}

function mayTake({ id, processIds }: SentMessage, { taken }: Round, processId: string): boolean {
  return (processIds?.has(processId) ?? true) && !taken.has(takenBy(processId, id))
}

function subscriptionOf({ name, key }: { readonly name: string; readonly key: string | null }): string {
  return JSON.stringify([name, key])
}
