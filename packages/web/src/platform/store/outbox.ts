import { isForLater, Refused, Unreachable } from '../refused.ts'
import { texts } from '../texts.ts'
import type { Batch, BatchAnswer, Call, IssuedCall } from './calls.ts'
import { targetsOf } from './calls.ts'
import type { Keep } from './keep.ts'
import type { Clock, Transport } from './transport.ts'

/** How a batch ended: the outputs of its calls, or why nothing was done. */
export type Outcome =
  | { readonly ok: true; readonly results: readonly unknown[] }
  | { readonly ok: false; readonly refused: Refused }

type Waiting = { readonly batch: Batch; readonly settle: (outcome: Outcome) => void }

type Hooks = {
  /** What waits outlives the page. */
  readonly keep: Pick<Keep, 'keepUnsent' | 'dropUnsent'>
  readonly onAnswer: (batch: Batch, answer: BatchAnswer) => void
  readonly onRefused: (batch: Batch, refused: Refused) => void
  readonly onState: (state: 'open' | 'offline' | 'signed-out') => void
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const

/** Sends batches one after the other, in the order they were given, again and again until they are answered. */
export class Outbox {
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #hooks: Hooks
  #waiting: readonly Waiting[] = []
  #isSending = false
  #failures = 0
  #cancelRetry: (() => void) | null = null

  constructor(deps: { readonly transport: Transport; readonly clock: Clock } & Hooks) {
    this.#transport = deps.transport
    this.#clock = deps.clock
    this.#hooks = deps
  }

  batches(): readonly Batch[] {
    return this.#waiting.map(({ batch }) => batch)
  }

  /** Changes on their way, by batch and call: what "n changes waiting" counts. */
  get size(): number {
    return this.#waiting.reduce((sum, { batch }) => sum + batch.calls.length, 0)
  }

  push(batch: Batch): Promise<Outcome> {
    this.#hooks.keep.keepUnsent(batch, this.#cancelRetry ? 'now' : 'soon')
    return new Promise((settle) => {
      this.#waiting = [...this.#waiting, { batch, settle }]
      this.#pump()
    })
  }

  /** Takes in what pages before this one left unsent. It goes out with the next attempt. */
  restore(batches: readonly Batch[]): void {
    this.#waiting = [...batches.map((batch) => ({ batch, settle: () => {} })), ...this.#waiting]
  }

  /**
   * Takes a batch out that was not sent yet.
   *
   * @returns false when it is on its way, or was answered
   */
  discard(batchId: string): boolean {
    const found = this.#waiting.find(({ batch }) => batch.id === batchId)
    if (!found || (this.#isSending && found === this.#waiting[0])) return false
    this.#waiting = this.#waiting.filter((each) => each !== found)
    this.#hooks.keep.dropUnsent(batchId)
    this.#forgetSeen(found.batch)
    return true
  }

  /** Tries again at once. */
  hurry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#pump()
  }

  stop(): void {
    this.#cancelRetry?.()
    this.#isSending = true
  }

  #pump(): void {
    const first = this.#waiting[0]
    if (!first || this.#isSending || this.#cancelRetry) return
    this.#isSending = true
    void this.#send(first)
  }

  async #send(first: Waiting): Promise<void> {
    try {
      const answer = await this.#transport.send(first.batch.calls)
      this.#finish(first.batch)
      this.#hooks.onAnswer(first.batch, answer)
      first.settle({ ok: true, results: answer.results })
    } catch (error) {
      this.#fail(first, error)
    }
    this.#isSending = false
    this.#pump()
  }

  #fail(first: Waiting, error: unknown): void {
    if (error instanceof Refused && error.status === 401) {
      this.#retryLater('signed-out')
      return
    }
    if (isForLater(error)) {
      this.#retryLater('offline')
      return
    }
    const refused = error instanceof Refused ? error : unknownFault(error)
    this.#finish(first.batch)
    this.#forgetSeen(first.batch)
    this.#hooks.onRefused(first.batch, refused)
    first.settle({ ok: false, refused })
  }

  #finish(batch: Batch): void {
    this.#failures = 0
    this.#waiting = this.#waiting.filter((each) => each.batch !== batch)
    this.#hooks.keep.dropUnsent(batch.id)
    this.#hooks.onState('open')
  }

  #retryLater(state: 'offline' | 'signed-out'): void {
    for (const { batch } of this.#failures === 0 ? this.#waiting : [])
      this.#hooks.keep.keepUnsent(batch, 'now')
    const ms = RETRY_MS[this.#failures] ?? 30_000
    this.#failures += 1
    this.#cancelRetry = this.#clock.after(ms, () => this.hurry())
    this.#hooks.onState(state)
  }

  /** Later commands saw values that this batch had promised: they are not held to them. */
  #forgetSeen({ calls }: Batch): void {
    const ids = new Set(calls.flatMap(targetsOf))
    const isConcerned = (call: IssuedCall) => targetsOf(call).some((id) => ids.has(id))
    this.#waiting = this.#waiting.map((waiting) => {
      const { batch } = waiting
      if (!batch.calls.some(isConcerned)) return waiting
      const freed = { ...batch, calls: batch.calls.map((call) => (isConcerned(call) ? unseen(call) : call)) }
      this.#hooks.keep.keepUnsent(freed, 'now')
      return { ...waiting, batch: freed }
    })
  }
}

function unseen(call: IssuedCall): IssuedCall {
  if (call.name !== 'work.changeItem') return call
  const { seen: _seen, ...input } = call.input
  return { ...call, input }
}

function unknownFault(error: unknown): Refused {
  const cause = error instanceof Error && !(error instanceof Unreachable) ? error.message : String(error)
  return new Refused({
    code: 'web.fault',
    params: { cause },
    ...texts.unsent,
    status: 500,
  })
}

/** A call that takes something back or does it again, ready to be issued. */
export function issue(calls: readonly Call[], newId: () => string): readonly IssuedCall[] {
  return calls.map((call) => ({ ...call, id: newId() }))
}
