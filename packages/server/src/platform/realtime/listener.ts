import type { Principal } from '../commands/index.ts'

/** A message of the change stream, ready to be sent. */
export type StreamMessage = {
  readonly seq: number
  readonly event: 'changes' | 'reset'
  readonly data: string
}

/** Somebody who watches an organisation. */
export type Listener = {
  principal: Principal
  readonly since: number
  readonly send: (message: StreamMessage) => void
  /** Fetches the principal anew after access changed; null ends the connection. */
  readonly refresh: () => Promise<Principal | null>
  readonly close: () => void
}
