import type { Command, KillClient } from './kill-client.ts'

/** One request of a writer: commands that happen together or not at all. */
export type Write = {
  readonly commands: readonly Command[]
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
  private readonly containerId: string
  private readonly client: KillClient

  constructor(containerId: string, client: KillClient) {
    this.containerId = containerId
    this.client = client
  }

  /** Thinks of the next request: a move, a new item, or a family of items of which one is moved. */
  next(): Write {
    const choice = this.client.random()
    const moved = this.leaves[Math.floor(this.client.random() * this.leaves.length)]
    if (choice < 0.4 && moved !== undefined) return this.write([], [moved])
    if (choice < 0.6) return this.write([{ id: this.client.newId(), parentId: null }], [])
    const parentId = this.client.newId()
    const size = 2 + Math.floor(this.client.random() * (ITEMS_MAX - 1))
    const children = Array.from({ length: size }, () => ({ id: this.client.newId(), parentId }))
    const first = children[0]?.id
    return this.write([{ id: parentId, parentId: null }, ...children], first === undefined ? [] : [first])
  }

  /** The server said yes: from now on it has to be so. */
  acknowledge(write: Write): void {
    const parents = new Set(write.commands.map(({ input }) => input['parentId']))
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
    const creates = made.map((item) => {
      const input = {
        ...item,
        containerId: this.containerId,
        title: 'Set out grid line C',
        stateId: 'backlog',
      }
      return this.client.command('work.createItem', input)
    })
    const targets = moved.map((id) => ({ id, stateId: this.stateAfter(this.states.get(id)) }))
    return {
      commands: [...creates, ...targets.map((input) => this.client.command('work.moveItem', input))],
      after: new Map([
        ...made.map(({ id }) => [id, 'backlog'] as const),
        ...targets.map(({ id, stateId }) => [id, stateId] as const),
      ]),
    }
  }

  /** Another state than the one before, so that a move can be told from none. */
  private stateAfter(before: string | undefined): string {
    const others = STATES.filter((state) => state !== before)
    return others[Math.floor(this.client.random() * others.length)] ?? 'ready'
  }
}
