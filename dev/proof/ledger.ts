import { type Random, randomBytes10, uuidV7 } from '@millrace/core/kernel'

/** One request of a writer: commands that happen together or not at all. */
export type Write = {
  readonly body: {
    readonly commands: readonly { readonly id: string; readonly name: string; readonly input: unknown }[]
  }
  /** The items that it makes or moves, with the state each is in afterwards. */
  readonly after: ReadonlyMap<string, string>
}

const STATES = ['ready', 'in-progress', 'in-review', 'done']
const ITEMS_MAX = 5

/**
 * What one writer was told is done. It only touches its own items, one request after the other, so
 * there is at most one request whose fate it does not know.
 */
export class Ledger {
  /** The state of every item, as acknowledged. */
  readonly states = new Map<string, string>()
  /** Items without sub-items: they may go to any state. */
  private readonly leaves: string[] = []
  /** Sent, and not answered so far. */
  pending: Write | null = null
  private readonly random: Random
  private readonly containerId: string

  constructor(containerId: string, random: Random) {
    this.containerId = containerId
    this.random = random
  }

  /** Thinks of the next request: a move, a new item, or a family of items of which one is moved. */
  next(): Write {
    const choice = this.random()
    const moved = this.leaves[Math.floor(this.random() * this.leaves.length)]
    if (choice < 0.4 && moved !== undefined) return this.write([], [moved])
    if (choice < 0.6) return this.write([{ id: this.newId(), parentId: null }], [])
    const parentId = this.newId()
    const size = 2 + Math.floor(this.random() * (ITEMS_MAX - 1))
    const children = Array.from({ length: size }, () => ({ id: this.newId(), parentId }))
    const first = children[0]?.id
    return this.write([{ id: parentId, parentId: null }, ...children], first === undefined ? [] : [first])
  }

  /** The server said yes: from now on it has to be so. */
  acknowledge(write: Write): void {
    const parents = new Set(write.body.commands.map(({ input }) => parentOf(input)))
    for (const [id, state] of write.after) {
      if (!this.states.has(id) && !parents.has(id)) this.leaves.push(id)
      this.states.set(id, state)
    }
    this.pending = null
  }

  private write(
    made: readonly { readonly id: string; readonly parentId: string | null }[],
    moved: readonly string[],
  ): Write {
    const creates = made.map(({ id, parentId }) => ({
      id: this.newId(),
      name: 'work.createItem',
      input: {
        id,
        parentId,
        containerId: this.containerId,
        title: 'Set out grid line C',
        stateId: 'backlog',
      },
    }))
    const targets = moved.map((id) => ({ id, stateId: this.stateAfter(this.states.get(id)) }))
    const moves = targets.map((input) => ({ id: this.newId(), name: 'work.moveItem', input }))
    return {
      body: { commands: [...creates, ...moves] },
      after: new Map([
        ...made.map(({ id }) => [id, 'backlog'] as const),
        ...targets.map(({ id, stateId }) => [id, stateId] as const),
      ]),
    }
  }

  /** Another state than the one before, so that a move can be told from none. */
  private stateAfter(before: string | undefined): string {
    const others = STATES.filter((state) => state !== before)
    return others[Math.floor(this.random() * others.length)] ?? 'ready'
  }

  private newId(): string {
    return uuidV7(Date.now(), randomBytes10(this.random))
  }
}

function parentOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'parentId' in input ? input.parentId : null
}
