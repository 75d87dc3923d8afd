import { err, ok, type Result } from '@millrace/core/kernel'
import { decodeText } from '../text/index.ts'

/**
 * The value of a JSON file.
 *
 * @returns refused with `tracker.json_broken`, whose `reason` tells where it ends making sense
 * @see RFC 8259
 */
export function readJson(bytes: Uint8Array): Result<unknown> {
  const { text } = decodeText(bytes)
  try {
    // The parser is the only thing here that throws.
    return ok(JSON.parse(text.replace(/^\ufeff/, '')) as unknown) // Whatever it is, readers look at it piece by piece.
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 160) : ''
    return err({ code: 'tracker.json_broken', params: { reason } })
  }
}
