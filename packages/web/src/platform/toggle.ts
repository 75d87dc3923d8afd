import { useSyncExternalStore } from 'react'

/** Something that is open or closed, from wherever. `Value` says what it is open for. */
export class Toggle<Value = null> {
  #value: { readonly of: Value } | null = null
  readonly #initial: Value
  readonly #listeners = new Set<() => void>()

  constructor(initial: Value) {
    this.#initial = initial
  }

  readonly open = (): void => this.#set({ of: this.#initial })
  readonly openFor = (value: Value): void => this.#set({ of: value })
  readonly close = (): void => this.#set(null)
  readonly toggle = (): void => this.#set(this.#value ? null : { of: this.#initial })

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What it is open for, boxed; null while closed. */
  readonly read = (): { readonly of: Value } | null => this.#value

  #set(value: { readonly of: Value } | null): void {
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}

/** What a toggle is open for, boxed; null while closed. */
export function useToggle<Value>(toggle: Toggle<Value>): { readonly of: Value } | null {
  return useSyncExternalStore(toggle.subscribe, toggle.read)
}
