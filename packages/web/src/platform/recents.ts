import { useSyncExternalStore } from 'react'

/** Something that was looked at. The title is as it was then. */
export type Recent = {
  readonly kind: 'item' | 'container'
  readonly id: string
  readonly key: string
  readonly title: string
}

const MOST = 10
const PREFIX = 'millrace.recent.'
const NOTHING: readonly Recent[] = []

/**
 * What a person looked at last, the latest first. It is kept in the browser: it changes with every
 * page, is worth nothing on another device, and is nobody else's concern, also not the journal's.
 */
class Recents {
  readonly #listeners = new Set<() => void>()
  readonly #read = new Map<string, readonly Recent[]>()

  of(place: string): readonly Recent[] {
    const known = this.#read.get(place) ?? parse(localStorage.getItem(PREFIX + place))
    this.#read.set(place, known)
    return known
  }

  add(place: string, recent: Recent): void {
    const before = this.of(place)
    const [first] = before
    if (first?.id === recent.id && first.title === recent.title) return
    const after = [recent, ...before.filter(({ id }) => id !== recent.id)].slice(0, MOST)
    this.#read.set(place, after)
    localStorage.setItem(PREFIX + place, JSON.stringify(after))
    for (const listener of this.#listeners) listener()
  }

  /** Forgets everything: nobody who uses the browser next shall read what somebody looked at. */
  clear(): void {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
    this.#read.clear()
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** The one list of the page. */
export const recents = new Recents()

/** What was looked at last in a place, which names the organisation and the person. */
export function useRecents(place: string): readonly Recent[] {
  return useSyncExternalStore(recents.subscribe, () => recents.of(place))
}

function parse(text: string | null): readonly Recent[] {
  if (text === null) return NOTHING
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter(isRecent).slice(0, MOST) : NOTHING
  } catch {
    // Something else wrote there; the list begins anew.
    return NOTHING
  }
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id, key, title } = value as Partial<Record<keyof Recent, unknown>> // Looked at one by one.
  return (
    (kind === 'item' || kind === 'container') && [id, key, title].every((each) => typeof each === 'string')
  )
}
