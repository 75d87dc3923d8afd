import type { Call } from './calls.ts'

/** What can be taken back, or done again: its words, and the calls that do it. */
export type HistoryEntry = {
  readonly batchId: string
  readonly label: string
  readonly calls: readonly Call[]
  /** What does it again afterwards, where no forecast finds that out. */
  readonly forth?: readonly Call[]
}

/** The entry that goes the other way, once this one has been carried out. */
export function turned(entry: HistoryEntry, carriedOut: HistoryEntry): HistoryEntry {
  const { batchId } = carriedOut
  if (entry.forth === undefined) return { ...carriedOut, label: entry.label }
  return { batchId, label: entry.label, calls: entry.forth, forth: entry.calls }
}

const DEPTH = 100

/** The two stacks behind undo and redo. */
export class History {
  #undo: readonly HistoryEntry[] = []
  #redo: readonly HistoryEntry[] = []

  /** Something new was done: what was undone before cannot be redone any more. */
  did(entry: HistoryEntry): void {
    this.#undo = [...this.#undo, entry].slice(-DEPTH)
    this.#redo = []
  }

  undid(entry: HistoryEntry): void {
    this.#redo = [...this.#redo, entry]
  }

  redid(entry: HistoryEntry): void {
    this.#undo = [...this.#undo, entry].slice(-DEPTH)
  }

  /** The server refused the batch: there is nothing to take back. */
  drop(batchId: string): void {
    this.#undo = this.#undo.filter((entry) => entry.batchId !== batchId)
    this.#redo = this.#redo.filter((entry) => entry.batchId !== batchId)
  }

  /** Takes the entry to undo off the stack: the last one, or that of a certain batch. */
  takeUndo(batchId?: string): HistoryEntry | undefined {
    const entry =
      batchId === undefined ? this.#undo.at(-1) : this.#undo.find((each) => each.batchId === batchId)
    this.#undo = this.#undo.filter((each) => each !== entry)
    return entry
  }

  takeRedo(): HistoryEntry | undefined {
    const entry = this.#redo.at(-1)
    this.#redo = this.#redo.slice(0, -1)
    return entry
  }
}
