import { idle } from '../idle.ts'
import { isKeeping } from './device.ts'
import { localDb } from './local-db.ts'

/** So many answers are kept; then the oldest go, a good number at once. */
const MOST = 300
const GO = 50

/** Keeps what a question was answered with, for when the server cannot be asked. Written when the page is at rest. */
export function keepAnswer(address: string, value: unknown): void {
  if (isKeeping()) void idle().then(() => write(address, value).catch(() => undefined))
}

/** The last answer to a question; undefined when there was none. */
export async function keptAnswer(address: string): Promise<unknown> {
  if (!isKeeping()) return undefined
  const db = await localDb()
  const found = await db?.get('answers', address).catch(() => undefined)
  return found?.value
}

async function write(address: string, value: unknown): Promise<void> {
  const db = await localDb()
  if (!db) return
  const { store, done } = db.transaction('answers', 'readwrite')
  await store.put({ value, at: Date.now() }, address)
  if ((await store.count()) > MOST) {
    const oldest = await store.index('at').getAllKeys(null, GO)
    await Promise.all(oldest.map((key) => store.delete(key)))
  }
  await done
}

/** All answers to questions whose addresses begin like this. */
export function answersUnder(address: string): IDBKeyRange {
  return IDBKeyRange.bound(address, `${address}\uffff`)
}
