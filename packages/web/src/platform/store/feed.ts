import { Refused } from '../refused.ts'
import type { Clock, StreamMessage, Transport } from './transport.ts'

export type FeedState = 'connecting' | 'live' | 'polling' | 'offline' | 'signed-out'

type Hooks = {
  readonly onChanges: (message: Extract<StreamMessage, { event: 'changes' }>) => void
  /** Everything has to be loaded anew; answers the journal's position of what was loaded. */
  readonly onReset: () => Promise<number>
  /** The journal ends before what was heard of it: a backup was restored, and nothing here holds any more. */
  readonly onJournalBack: () => void
  readonly onState: (state: FeedState) => void
}

const RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000] as const
/** After so many broken lines in a row something between here and the server does not let streams through. */
const FAILURES_BEFORE_POLLING = 3
const POLL_MS = 15_000
/** Every fourth poll tries the stream again. */
const POLLS_BEFORE_STREAM = 4

/**
 * Keeps the change stream running: resumes where it broke, and falls back to asking every 15
 * seconds where streams do not pass.
 */
export class Feed {
  readonly #transport: Transport
  readonly #clock: Clock
  readonly #hooks: Hooks
  #seq = 0
  #failures = 0
  #polls = 0
  #stop: AbortController | null = null
  #line: AbortController | null = null
  #wake: (() => void) | null = null

  constructor(deps: { readonly transport: Transport; readonly clock: Clock } & Hooks) {
    this.#transport = deps.transport
    this.#clock = deps.clock
    this.#hooks = deps
  }

  /** The last position of the journal that was heard of. */
  get seq(): number {
    return this.#seq
  }

  start(since: number): void {
    this.stop()
    this.#seq = Math.max(since, this.#seq)
    const stop = new AbortController()
    this.#stop = stop
    void this.#run(stop.signal)
  }

  stop(): void {
    this.#stop?.abort()
    this.#line?.abort()
    this.#wake?.()
  }

  /** Tries again at once, as when the computer comes back from sleep. */
  hurry(): void {
    this.#failures = 0
    this.#wake?.()
  }

  async #run(stop: AbortSignal): Promise<void> {
    this.#hooks.onState('connecting')
    while (!stop.aborted) {
      const isSignedOut = this.#shouldPoll() ? await this.#poll(stop) : await this.#listen(stop)
      if (isSignedOut) {
        this.#hooks.onState('signed-out')
        return
      }
      if (!stop.aborted) await this.#pause(stop)
    }
  }

  #shouldPoll(): boolean {
    if (this.#failures < FAILURES_BEFORE_POLLING) return false
    this.#polls = (this.#polls + 1) % POLLS_BEFORE_STREAM
    return this.#polls !== 0
  }

  async #listen(stop: AbortSignal): Promise<boolean> {
    const line = new AbortController()
    this.#line = line
    let reset: Promise<number> | null = null
    const onMessage = (message: StreamMessage) => {
      if (stop.aborted || reset) return
      if (message.event === 'reset') {
        if (message.seq < this.#seq) {
          this.#hooks.onJournalBack()
          return
        }
        reset = this.#hooks.onReset()
        line.abort()
        return
      }
      this.#failures = 0
      this.#hooks.onState('live')
      if (message.event === 'beat') return
      this.#seq = Math.max(this.#seq, message.seq)
      this.#hooks.onChanges(message)
    }
    try {
      await this.#transport.stream(this.#seq, onMessage, line.signal)
      if (!reset) this.#failures += 1
    } catch (error) {
      if (isSignedOut(error)) return true
      if (!reset) this.#failures += 1
    }
    return await this.#afterReset(reset, stop)
  }

  async #afterReset(reset: Promise<number> | null, stop: AbortSignal): Promise<boolean> {
    if (!reset) {
      if (!stop.aborted && this.#failures > 0) this.#hooks.onState('offline')
      return false
    }
    try {
      this.#seq = Math.max(this.#seq, await reset)
      return false
    } catch (error) {
      this.#failures += 1
      return isSignedOut(error)
    }
  }

  async #poll(stop: AbortSignal): Promise<boolean> {
    try {
      const seq = await this.#hooks.onReset()
      this.#seq = Math.max(this.#seq, seq)
      if (!stop.aborted) this.#hooks.onState('polling')
      return false
    } catch (error) {
      if (!stop.aborted) this.#hooks.onState('offline')
      // Nothing passes at all, so that streams may be as good as anything: the next attempt is one.
      this.#polls = POLLS_BEFORE_STREAM - 1
      return isSignedOut(error)
    }
  }

  async #pause(stop: AbortSignal): Promise<void> {
    const isPolling = this.#failures >= FAILURES_BEFORE_POLLING
    const ms = isPolling ? POLL_MS : this.#failures === 0 ? 0 : (RETRY_MS[this.#failures - 1] ?? POLL_MS)
    if (ms === 0 || stop.aborted) return
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
    this.#wake = null
  }
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && error.status === 401
}
