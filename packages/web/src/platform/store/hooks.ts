import { useCallback, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react'
import type { Scope } from '../scope.ts'
import { type Directory, directoryOf } from './directory.ts'
import type { ItemSelector } from './item-index.ts'
import { bucketOf } from './item-index.ts'
import { DIRECTORY_KINDS, type EntityOf, type Item, type Kind } from './kinds.ts'
import type { Mark } from './marks.ts'
import type { ScopeStatus } from './scopes.ts'
import type { Store } from './store.ts'
import { useStore } from './store-context.ts'
import type { Connection, StoreEvent } from './store-types.ts'
import type { Change } from './transport.ts'

/** People, teams, types, fields, labels, views and containers. Each map stays the same until one of its entries changes. */
export function useDirectory(): Directory {
  const store = useStore()
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = DIRECTORY_KINDS.map((kind) => store.pool.signals.subscribe(kind, listener))
      return () => leave.forEach((each) => each())
    },
    [store],
  )
  return useSyncExternalStore(subscribe, () => directoryOf(store))
}

/** One entity of a kind, or undefined while it is not known. */
export function useEntity<K extends Kind>(kind: K, id: string | null | undefined): EntityOf[K] | undefined {
  const store = useStore()
  const subscribe = useCallback(
    (listener: () => void) => store.pool.entitySignals.subscribe(id ?? '', listener),
    [store, id],
  )
  return useSyncExternalStore(subscribe, () =>
    id === null || id === undefined ? undefined : store.pool.read(kind, id),
  )
}

/** One item as shown, with pending changes. Renders again only when this item changes. */
export function useItem(id: string | null | undefined): Item | undefined {
  return useEntity('item', id)
}

/** An item by its key such as `TWR-104`, or by its id. */
export function useItemByKey(key: string | null | undefined): Item | undefined {
  const { pool } = useStore()
  const subscribe = useCallback((listener: () => void) => pool.signals.subscribe('item', listener), [pool])
  return useSyncExternalStore(subscribe, () =>
    key === null || key === undefined ? undefined : (pool.itemByKey(key) ?? pool.read('item', key)),
  )
}

/** Items of a container, under a parent, of a person, or all; without archived ones, in no particular order. */
export function useItems(selector: ItemSelector): readonly Item[] {
  const { pool } = useStore()
  const bucket = bucketOf(selector)
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe(bucket, listener),
    [pool, bucket],
  )
  return useSyncExternalStore(subscribe, () => pool.items(selector))
}

/** Entities of a kind that pass the filter. Keep the filter's identity, or the list is made anew each time. */
export function useEntities<K extends Kind>(
  kind: K,
  filter?: (entity: EntityOf[K]) => boolean,
): readonly EntityOf[K][] {
  const { pool } = useStore()
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe(kind, listener),
    [pool, kind],
  )
  const table = useSyncExternalStore(subscribe, () => pool.table(kind))
  return useMemo(() => (filter ? [...table.values()].filter(filter) : [...table.values()]), [table, filter])
}

/** Loads a scope and keeps it up to date while the component is there. Null: none. */
export function useScope(scope: Scope | null): ScopeStatus & { readonly retry: () => void } {
  const { scopes } = useStore()
  useEffect(() => (scope === null ? undefined : scopes.use(scope)), [scopes, scope])
  const subscribe = useCallback(
    (listener: () => void) => scopes.signals.subscribe(scope ?? '', listener),
    [scopes, scope],
  )
  const status = useSyncExternalStore(subscribe, () => scopes.status(scope ?? 'directory'))
  return useMemo(
    () => ({ ...status, retry: () => void (scope && scopes.retry(scope)) }),
    [status, scopes, scope],
  )
}

export type Commands = Pick<Store, 'run' | 'runBatch' | 'check' | 'undo' | 'redo' | 'dismiss'>

/** Everything that changes something. `run` never rejects: it answers how it ended. */
export function useCommands(): Commands {
  const store = useStore()
  return useMemo(
    () => ({
      run: store.run.bind(store),
      runBatch: store.runBatch.bind(store),
      check: store.check.bind(store),
      undo: store.undo.bind(store),
      redo: store.redo.bind(store),
      dismiss: store.dismiss.bind(store),
    }),
    [store],
  )
}

/** Whether something is on its way for an entity, and why the last attempt was refused. */
export function usePending(id: string): Mark {
  const { marks } = useStore()
  const subscribe = useCallback((listener: () => void) => marks.signals.subscribe(id, listener), [marks, id])
  return useSyncExternalStore(subscribe, () => marks.of(id))
}

/** How the page is connected, and how many changes wait to be sent. */
export function useConnection(): Connection {
  const store = useStore()
  const subscribe = useCallback(
    (listener: () => void) => store.signals.subscribe('connection', listener),
    [store],
  )
  return useSyncExternalStore(subscribe, () => store.connection())
}

/** Hears of every change on the stream of the given kinds, also of kinds the store does not keep; `all` after a gap. */
export function useChanges(
  kinds: readonly string[],
  onChanges: (changes: readonly Change[] | 'all') => void,
): void {
  const store = useStore()
  const tell = useEffectEvent((changes: readonly Change[] | 'all') => {
    const ours = changes === 'all' ? changes : changes.filter(({ kind }) => kinds.includes(kind))
    if (ours.length > 0) onChanges(ours)
  })
  useEffect(() => store.onChanges((changes) => tell(changes)), [store])
}

/** Hears what was done, undone and refused. */
export function useStoreEvents(onEvent: (event: StoreEvent) => void): void {
  const store = useStore()
  const tell = useEffectEvent(onEvent)
  useEffect(() => store.onEvent((event) => tell(event)), [store])
}
