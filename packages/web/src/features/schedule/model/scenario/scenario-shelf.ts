import { readShelf, type Shelf } from './scenario.ts'

const PREFIX = 'millrace.scenarios.'

/**
 * The scenarios of all plans, kept on this device: what somebody tries out is nobody else's concern before it is
 * carried out. Several pages share them.
 */
class ScenarioShelf {
  readonly #listeners = new Set<() => void>()
  readonly #read = new Map<string, { readonly text: string | null; readonly shelf: Shelf }>()

  of(containerId: string): Shelf {
    const text = localStorage.getItem(PREFIX + containerId)
    const known = this.#read.get(containerId)
    if (known && known.text === text) return known.shelf
    const shelf = readShelf(text)
    this.#read.set(containerId, { text, shelf })
    return shelf
  }

  change(containerId: string, make: (before: Shelf) => Shelf): void {
    const before = this.of(containerId)
    const after = make(before)
    if (after === before) return
    if (after.scenarios.length === 0) localStorage.removeItem(PREFIX + containerId)
    else localStorage.setItem(PREFIX + containerId, JSON.stringify(after))
    this.#tell()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) window.addEventListener('storage', this.#tell)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) window.removeEventListener('storage', this.#tell)
    }
  }

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The one shelf of the page. */
export const scenarioShelf = new ScenarioShelf()
