import { dropProgram, keepProgram } from './keep-program.ts'
import { localDb } from './local-db.ts'

const CHOICE = 'millrace.keep'
const LISTS = 'millrace.kept.'
const FORMS = 'millrace.form.'
const ME = 'millrace.me'
/** Tells the server which snapshots a page need not be given a hint of. Sent with pages, not with questions. */
const COOKIE = 'millrace-kept'

/** Whether this device keeps what was opened, for reading without a connection. The person's choice for the device. */
export function isKeeping(): boolean {
  return localStorage.getItem(CHOICE) !== 'no'
}

/** Sets the choice; whoever wants nothing kept has it gone at once, but for what was not sent yet. */
export async function setKeeping(isWanted: boolean): Promise<void> {
  if (isWanted) {
    localStorage.removeItem(CHOICE)
    await keepProgram()
    return
  }
  localStorage.setItem(CHOICE, 'no')
  await forgetKept()
  await dropProgram()
}

/** Scopes that are kept of a place, the latest used first. Read before anything else, so it lies where reading is immediate. */
export function keptScopes(place: string): readonly string[] {
  const text = localStorage.getItem(LISTS + place)
  if (text === null) return []
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list.filter((scope) => typeof scope === 'string') : []
}

export function setKeptScopes(place: string, scopes: readonly string[]): void {
  if (scopes.length === 0) localStorage.removeItem(LISTS + place)
  else localStorage.setItem(LISTS + place, JSON.stringify(scopes))
}

/** Has the server leave out hints for what is kept of an organisation. */
export function announceKept(organisationId: string, scopes: readonly string[]): void {
  const value = scopes.length === 0 ? '' : encodeURIComponent([organisationId, ...scopes].join(' '))
  const life = value === '' ? 'max-age=0' : 'max-age=2592000'
  document.cookie = `${COOKIE}=${value}; path=/o/; samesite=strict; ${life}`
}

/** What was written into a form and not handed in yet; null: nothing is kept. */
export function keptForm(place: string): unknown {
  const text = localStorage.getItem(FORMS + place)
  return text === null ? null : JSON.parse(text)
}

/** Keeps what is written into a form, where the device keeps anything; null: it was handed in. */
export function keepForm(place: string, entered: unknown): void {
  if (entered === null || !isKeeping()) localStorage.removeItem(FORMS + place)
  else localStorage.setItem(FORMS + place, JSON.stringify(entered))
}

/** Who was signed in last; for a start without a connection. */
export function keptMe(): unknown {
  const text = localStorage.getItem(ME)
  return text === null ? null : JSON.parse(text)
}

export function keepMe(me: unknown): void {
  localStorage.setItem(ME, JSON.stringify(me))
}

/** Forgets what was loaded and who was signed in: nobody who uses the device next shall read it. */
export async function forgetKept(): Promise<void> {
  localStorage.removeItem(ME)
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(LISTS) || key.startsWith(FORMS)) localStorage.removeItem(key)
  }
  announceKept('', [])
  const db = await localDb()
  if (!db) return
  const names = ['journals', 'scopes', 'changes', 'answers'] as const
  const tx = db.transaction(names, 'readwrite')
  await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done])
}

/** Forgets also what a user has not sent: when they sign out and say so. */
export async function forgetUnsent(userId: string): Promise<void> {
  const db = await localDb()
  if (!db) return
  const tx = db.transaction('unsent', 'readwrite')
  const theirs = (await tx.store.getAll()).filter(({ place }) => place.endsWith(`/${userId}`))
  await Promise.all([...theirs.map(({ batch }) => tx.store.delete(batch.id)), tx.done])
}
