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

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
