import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@millrace/core/kernel'
import { type HttpPeer, openHttpPeer } from '../../packages/server/src/platform/outgoing/testing/http-peer.ts'

const THINKING_MS_MAX = 40
/** So often what was done is not said to be: whoever asked asks again. */
const UNSURE = 0.1

/** Somebody outside who does what is asked by HTTP, once for each idempotency key, and outlives every kill. */
export class EffectPeer {
  /** What was done, by what it was done to and then by key: how often it was asked for. */
  readonly effects = new Map<string, Map<string, number>>()
  readonly #peer: HttpPeer

  private constructor(peer: HttpPeer) {
    this.#peer = peer
  }

  static async open(random: Random): Promise<EffectPeer> {
    const peer = await openHttpPeer((request, response) => {
      // Asked is done, whether or not whoever asked lives to hear of it.
      opened.#note(request.url ?? '', String(request.headers['idempotency-key']))
      void sleep(random() * THINKING_MS_MAX).then(() => {
        response.writeHead(random() < UNSURE ? 503 : 200).end()
      })
    })
    const opened = new EffectPeer(peer)
    return opened
  }

  get origin(): string {
    return this.#peer.origin
  }

  close(): void {
    this.#peer.close()
  }

  /** Where something was done twice: under two keys, or under a key that something else was done with. */
  doubled(): readonly string[] {
    const all = [...this.effects].flatMap(([to, keys]) => [...keys.keys()].map((key) => ({ to, key })))
    const keys = Map.groupBy(all, ({ key }) => key)
    return [
      ...[...this.effects].flatMap(([to, own]) => (own.size > 1 ? [`${to}: ${[...own.keys()].join()}`] : [])),
      ...[...keys].flatMap(([key, of]) =>
        of.length > 1 ? [`${key}: ${of.map(({ to }) => to).join()}`] : [],
      ),
    ]
  }

  #note(to: string, key: string): void {
    const own = this.effects.get(to) ?? new Map<string, number>()
    own.set(key, (own.get(key) ?? 0) + 1)
    this.effects.set(to, own)
  }
}
