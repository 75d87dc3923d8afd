import {
  type Container,
  DIRECTORY_KINDS,
  type Favourite,
  type Field,
  type ItemTypeView,
  type Label,
  type Organisation,
  type Person,
  type SavedView,
  type Team,
} from './kinds.ts'
import type { Store } from './store.ts'

/** What everybody in an organisation has at hand, whatever page is open. */
export type Directory = {
  readonly me: { readonly personId: string; readonly orgRole: Person['orgRole'] }
  readonly organisation: Organisation
  readonly people: ReadonlyMap<string, Person>
  readonly teams: ReadonlyMap<string, Team>
  readonly types: ReadonlyMap<string, ItemTypeView>
  readonly fields: ReadonlyMap<string, Field>
  readonly labels: ReadonlyMap<string, Label>
  readonly views: ReadonlyMap<string, SavedView>
  /** Of the person themselves. */
  readonly favourites: ReadonlyMap<string, Favourite>
  readonly containers: ReadonlyMap<string, Container>
}

const kept = new WeakMap<Store, { readonly tables: readonly unknown[]; readonly directory: Directory }>()

/** The directory of a store; the same object until one of its tables changes. */
export function directoryOf(store: Store): Directory {
  const { pool, scopes } = store
  const tables = DIRECTORY_KINDS.map((kind) => pool.table(kind))
  const present = kept.get(store)
  if (present?.tables.every((table, index) => table === tables[index])) return present.directory
  const me = scopes.me
  const organisation = [...pool.table('organisation').values()][0]
  if (!me || !organisation) throw new Error('the directory is not loaded yet')
  const directory: Directory = {
    me,
    organisation,
    people: pool.table('person'),
    teams: pool.table('team'),
    types: pool.table('type'),
    fields: pool.table('field'),
    labels: pool.table('label'),
    views: pool.table('view'),
    favourites: pool.table('favourite'),
    containers: pool.table('container'),
  }
  kept.set(store, { tables, directory })
  return directory
}
