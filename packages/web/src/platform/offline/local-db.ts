import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Scope } from '../scope.ts'

/** An organisation as one user sees it: what belongs to it lies under this. */
export type Place = string

/** What is kept in the browser; what exactly lies there, those know who write it. Snapshots lie as they travelled: few large arrays, which are read in milliseconds. */
export type LocalSchema = DBSchema & {
  /** Between which positions of the journal all changes of a place are kept, and for which program. */
  journals: {
    key: Place
    value: { readonly since: number; readonly seq: number; readonly program: string }
  }
  scopes: { key: [Place, Scope]; value: unknown }
  changes: { key: [Place, string, string]; value: { readonly seq: number } }
  /** `holder` is the page that sends it. */
  unsent: {
    key: string
    value: { readonly place: Place; readonly holder: string; readonly batch: { readonly id: string } }
    indexes: { place: Place }
  }
  /** What questions were answered with, by address. */
  answers: {
    key: string
    value: { readonly value: unknown; readonly at: number }
    indexes: { at: number }
  }
}

export type LocalDb = IDBPDatabase<LocalSchema>

const NAME = 'millrace'
const VERSION = 1

let opened: Promise<LocalDb | null> | null = null

/** Everything of a place in a store whose keys begin with it. */
export function within(place: Place): IDBKeyRange {
  return IDBKeyRange.bound([place], [place, []])
}

/** The browser's database; null where there is none, as in some private windows. */
export function localDb(): Promise<LocalDb | null> {
  opened ??= openLocalDb().catch(() => null)
  return opened
}

async function openLocalDb(): Promise<LocalDb> {
  const db = await openDB<LocalSchema>(NAME, VERSION, {
    upgrade(fresh) {
      for (const name of ['journals', 'scopes', 'changes'] as const) fresh.createObjectStore(name)
      fresh.createObjectStore('unsent', { keyPath: 'batch.id' }).createIndex('place', 'place')
      fresh.createObjectStore('answers').createIndex('at', 'at')
    },
    // A page with a newer program wants to change the database: it comes first, this page asks the server.
    blocking() {
      db.close()
      opened = Promise.resolve(null)
    },
    terminated() {
      opened = null
    },
  })
  return db
}
