import type { Refused } from '../refused.ts'
import { type Batch, targetsOf } from './calls.ts'
import { Signals } from './signals.ts'

/** What is to be shown at an entity besides its content: that it is on its way, or why it was refused. */
export type Mark = { readonly isPending: boolean; readonly problem: Refused | null }

const NONE: Mark = { isPending: false, problem: null }

/** The marks of all entities, each the same object until it changes. */
export class Marks {
  readonly signals = new Signals()
  readonly #marks = new Map<string, Mark>()

  of(id: string): Mark {
    return this.#marks.get(id) ?? NONE
  }

  /** Marks exactly these batches as on their way. */
  setPending(batches: readonly Batch[]): void {
    const pending = new Set(batches.flatMap(({ calls }) => calls.flatMap(targetsOf)))
    for (const id of pending) if (!this.of(id).isPending) this.#set(id, { ...this.of(id), isPending: true })
    for (const [id, mark] of this.#marks) {
      if (mark.isPending && !pending.has(id)) this.#set(id, { ...mark, isPending: false })
    }
    this.signals.flush()
  }

  setProblem(ids: readonly string[], problem: Refused | null): void {
    for (const id of ids) if (this.of(id).problem !== problem) this.#set(id, { ...this.of(id), problem })
    this.signals.flush()
  }

  #set(id: string, mark: Mark): void {
    if (!mark.isPending && mark.problem === null) this.#marks.delete(id)
    else this.#marks.set(id, mark)
    this.signals.mark(id)
  }
}
