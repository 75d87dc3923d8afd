/**
 * A failure the person at the terminal can act upon. Its message is whole sentences: what is wrong
 * and what to do. It is printed alone, without a stack, and ends the program with exit code 1.
 */
export class PlainFault extends Error {
  override readonly name = 'PlainFault'
}

/** The code of a system or database error (`ENOSPC`, SQLSTATE `53100`), or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** Lost connections: codes of the system and SQLSTATEs, and what the driver says without any. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'])
const AWAY_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether the database could not be reached just now; it may be back at the next try. */
export function isDatabaseAway(error: unknown): boolean {
  return AWAY.has(codeOf(error)) || AWAY_WORDS.test(messageOf(error))
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
