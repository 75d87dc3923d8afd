import type { Arrived } from '../../platform/download.ts'

/** A file under way, for whoever shows how far it is. */
export class DownloadJob {
  readonly #abort = new AbortController()
  readonly #listeners = new Set<() => void>()
  #arrived: Arrived | null = null

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  readonly cancel = (): void => this.#abort.abort()

  readonly arrived = (): Arrived | null => this.#arrived

  readonly tell = (arrived: Arrived): void => {
    this.#arrived = arrived
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
