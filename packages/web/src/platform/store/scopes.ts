import type { BootstrapView } from '@millrace/contract'
import { Refused } from '../refused.ts'
import type { Scope } from '../scope.ts'
import type { Keep, KeptChange, KeptScope } from './keep.ts'
import { type EntityOf, type Item, type Kind, type Write, writeOf } from './kinds.ts'
import type { Pool } from './pool.ts'
import { Signals } from './signals.ts'
import type { Transport } from './transport.ts'

export type ScopeStatus =
  | { readonly state: 'loading' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly error: unknown }

type Loaded = { status: ScopeStatus; users: number; usedAt: number; loading: Promise<number> | null }

const LOADING: ScopeStatus = { state: 'loading' }
const READY: ScopeStatus = { state: 'ready' }
/** Containers that nobody looks at any more are kept up to this number, the latest first. */
const KEPT = 12

type ScopesDeps = {
  readonly bootstrap: Transport['bootstrap']
  readonly keep: Keep
  /** A scope was taken in, within the same change of the pool; these came after it. */
  readonly onTaken: (changes: readonly KeptChange[]) => void
}

/** Which parts of the organisation are loaded and kept up to date. */
export class Scopes {
  readonly signals = new Signals()
  readonly #pool: Pool
  readonly #bootstrap: Transport['bootstrap']
  readonly #keep: Keep
  readonly #onTaken: (changes: readonly KeptChange[]) => void
  readonly #scopes = new Map<Scope, Loaded>()
  #clock = 0
  #me: NonNullable<BootstrapView['me']> | null = null

  constructor(pool: Pool, deps: ScopesDeps) {
    this.#pool = pool
    this.#bootstrap = deps.bootstrap
    this.#keep = deps.keep
    this.#onTaken = deps.onTaken
  }

  get me(): NonNullable<BootstrapView['me']> | null {
    return this.#me
  }

  status(scope: Scope): ScopeStatus {
    return this.#scopes.get(scope)?.status ?? LOADING
  }

  /** Keeps a scope loaded until the answer is called. */
  use(scope: Scope): () => void {
    const loaded = this.#scopes.get(scope) ?? { status: LOADING, users: 0, usedAt: 0, loading: null }
    this.#scopes.set(scope, loaded)
    loaded.users += 1
    this.#clock += 1
    loaded.usedAt = this.#clock
    if (loaded.status.state !== 'ready') void this.load(scope).catch(() => undefined)
    return () => {
      loaded.users -= 1
      this.#shed()
    }
  }

  /**
   * Loads a scope, or joins the loading that is under way.
   *
   * @returns the journal's position of the snapshot
   */
  async load(scope: Scope): Promise<number> {
    const loaded = this.#scopes.get(scope) ?? {
      status: LOADING,
      users: 0,
      usedAt: this.#clock,
      loading: null,
    }
    this.#scopes.set(scope, loaded)
    loaded.loading ??= this.#fetch(scope, loaded)
    return await loaded.loading
  }

  /** Tries a scope again that failed to load. */
  retry(scope: Scope): void {
    const loaded = this.#scopes.get(scope)
    if (loaded) loaded.status = LOADING
    this.signals.mark(scope)
    this.signals.flush()
    void this.load(scope).catch(() => undefined)
  }

  /** Loads everything anew that is loaded. Answers the earliest position of what was loaded. */
  async reload(): Promise<number> {
    const loading = [...this.#scopes.keys()].map(async (scope) => {
      try {
        return await this.load(scope)
      } catch (error) {
        if (!isOutOfSight(scope, error)) throw error
        this.#lose(scope, error)
        return Number.POSITIVE_INFINITY
      }
    })
    return Math.min(...(await Promise.all(loading)))
  }

  /** Whether an item belongs to what is loaded, and its changes are to be kept. */
  holds(item: Item): boolean {
    if (item.containerIds.some((id) => this.#scopes.has(`container:${id}`))) return true
    const me = this.#me?.personId
    if (me === undefined || !this.#scopes.has('my')) return false
    const people = [item.responsibleId, item.accountableId, item.requesterId, item.waitingFor?.personId]
    return people.includes(me) || this.#hasLineFor(me, item)
  }

  /** Whether news of an entity is to be kept: it belongs to what is loaded. */
  wants({ kind, id, view }: Write): boolean {
    if (kind === 'item') {
      // Only items come under this kind.
      return this.#pool.read('item', id) !== undefined || this.holds(view as unknown as Item)
    }
    if (view === null) return true
    if (kind === 'checklist') return this.#pool.read('item', view.itemId) !== undefined
    if (kind === 'checklistLine') {
      return view.responsibleId === this.#me?.personId || this.#pool.read('item', view.itemId) !== undefined
    }
    if (kind !== 'relation') return true
    return [view.fromId, view.toId].some((end) => this.#pool.read('item', end) !== undefined)
  }

  #hasLineFor(personId: string, item: Item): boolean {
    if (item.lineCount === item.lineDoneCount) return false
    const lines = this.#pool.table('checklistLine').values()
    return lines.some((line) => line.itemId === item.id && line.responsibleId === personId)
  }

  async #fetch(scope: Scope, loaded: Loaded): Promise<number> {
    try {
      const { view, changes } = await this.#find(scope, loaded)
      this.#pool.change(() => {
        this.#take(scope, view)
        this.#onTaken(changes)
      })
      loaded.status = READY
      return view.seq
    } catch (error) {
      if (loaded.status.state !== 'ready') loaded.status = { state: 'failed', error }
      throw error
    } finally {
      loaded.loading = null
      this.signals.mark(scope)
      this.signals.flush()
    }
  }

  /** As it was kept, which the stream brings up to date; what is here already is asked of the server anew. */
  async #find(scope: Scope, { status }: Loaded): Promise<KeptScope> {
    const kept = status.state === 'ready' ? null : await this.#keep.scope(scope)
    if (kept) return kept
    const snapshot = await this.#bootstrap(scope)
    this.#keep.keepScope(scope, snapshot)
    return { ...snapshot, changes: [] }
  }

  #take(scope: Scope, view: BootstrapView): void {
    if (view.me) this.#me = view.me
    const writes = writesOf(view)
    const kept = this.#keptUnder(scope)
    const present = new Set(kept.length === 0 ? [] : writes.map(({ kind, id }) => `${kind}/${id}`))
    for (const { kind, id } of kept) {
      if (!present.has(`${kind}/${id}`)) this.#pool.confirm(writeOf(kind, id, null), view.seq)
    }
    this.#pool.fill(writes, view.seq)
  }

  /** What the scope held before, so that what a new snapshot lacks is known to be gone. */
  #keptUnder(scope: Scope): readonly { readonly kind: Kind; readonly id: string }[] {
    if (scope === 'my') return []
    if (scope === 'directory') {
      return (
        ['person', 'team', 'type', 'field', 'label', 'view', 'favourite', 'container'] as const
      ).flatMap((kind) => [...this.#pool.table(kind).keys()].map((id) => ({ kind, id })))
    }
    const containerId = scope.slice('container:'.length)
    return this.#pool.items({ containerId }).map(({ id }) => ({ kind: 'item' as const, id }))
  }

  #lose(scope: Scope, error: unknown): void {
    const loaded = this.#scopes.get(scope)
    if (loaded) loaded.status = { state: 'failed', error }
    const held = this.#keptUnder(scope)
    this.#pool.change(() => {
      for (const { kind, id } of held) this.#pool.forget(kind, id)
    })
  }

  #shed(): void {
    const idle = [...this.#scopes].filter(
      ([scope, { users }]) => users === 0 && scope.startsWith('container:'),
    )
    if (idle.length <= KEPT) return
    const [scope] = idle.toSorted(([, a], [, b]) => a.usedAt - b.usedAt)[0] ?? []
    if (scope === undefined) return
    this.#scopes.delete(scope)
    const items = this.#pool.items({ containerId: scope.slice('container:'.length) })
    this.#pool.change(() => {
      for (const item of items) if (!this.holds(item)) this.#pool.forget('item', item.id)
    })
  }
}

/** A container that is not shared with the person any more is lost; the rest stays. */
function isOutOfSight(scope: Scope, error: unknown): boolean {
  return scope !== 'directory' && error instanceof Refused && error.status !== 401
}

/** The entities of a snapshot, in no particular order. */
export function writesOf(view: BootstrapView): readonly Write[] {
  return [
    ...each('organisation', view.organisation && [view.organisation]),
    ...each('person', view.people),
    ...each('team', view.teams),
    ...each('type', view.types),
    ...each('field', view.fields),
    ...each('label', view.labels),
    ...each('view', view.views),
    ...each('favourite', view.favourites),
    ...each('container', view.containers),
    ...each('item', view.items),
    ...each('relation', view.relations),
    ...each('checklist', view.checklists),
    ...each('checklistLine', view.checklistLines),
  ]
}

function each<K extends Kind>(kind: K, entities: readonly EntityOf[K][] = []): readonly Write[] {
  return entities.map((entity) => writeOf(kind, entity.id, entity))
}
