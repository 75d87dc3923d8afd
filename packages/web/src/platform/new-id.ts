import { uuidV7 } from '@millrace/core/kernel'

/** A fresh id, made here so that a change can be shown before the server knows of it. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}
