/** Names in a list of a cell, as `[Ann Lee,Tom Dahl]`, `["a","b"]` or `a, b`. */
export function namesIn(text: string): readonly string[] {
  const inner = text.trim().replace(/^\[(.*)\]$/s, '$1')
  return inner
    .split(/[,;\n]/)
    .map((name) => name.trim().replace(/^"(.*)"$/s, '$1'))
    .filter((name) => name !== '' && name !== 'null')
}

/** The parsed content of a cell that holds JSON; null when it holds none. */
export function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    // The parser is the only thing here that throws.
    return JSON.parse(text) as unknown // Whatever it is, readers look at it piece by piece.
  } catch {
    return null
  }
}

/** How somebody is noted who is known by one name only, which may be an address. */
export function personOf(name: string): {
  readonly ref: string
  readonly name: string
  readonly email: string | null
} {
  return { ref: name, name, email: /^\S+@\S+\.\S+$/.test(name) ? name : null }
}
