import { refuse } from '../../platform/commands/index.ts'

/** Where a list by name and id goes on. */
export type NameCursor = { readonly name: string; readonly id: string }

export function encodeNameCursor({ name, id }: NameCursor): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

/** Reads a cursor, refusing text that is none. */
export function decodeNameCursor(cursor: string): NameCursor {
  const parsed = parse(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || typeof parsed[1] !== 'string') {
    return refuse('platform.cursor_wrong')
  }
  return { name: parsed[0], id: parsed[1] }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
