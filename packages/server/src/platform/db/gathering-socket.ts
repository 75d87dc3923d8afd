import { Socket } from 'node:net'

/**
 * A socket that hands over in one piece whatever is written to it in one go. Statements given to a
 * connection without waiting then cost one system call and wake the database once.
 */
export class GatheringSocket extends Socket {
  #isGathering = false

  constructor() {
    super()
    // Connecting gives every socket Node's own `write`, which would hide the one below.
    this.once('connect', () => Reflect.deleteProperty(this, 'write'))
  }

  override write(chunk: Uint8Array | string, ...more: never[]): boolean {
    if (!this.#isGathering) {
      this.#isGathering = true
      this.cork()
      process.nextTick(() => {
        this.#isGathering = false
        this.uncork()
      })
    }
    return super.write(chunk, ...more)
  }
}
