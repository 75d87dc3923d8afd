/** What a token may do, from the least to the most; each includes those before it. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const
/** One of them. */
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** The wished scopes with everything they include, in order and once each. */
export function impliedScopes(wished: readonly TokenScope[]): readonly TokenScope[] {
  const highest = Math.max(-1, ...wished.map((scope) => TOKEN_SCOPES.indexOf(scope)))
  return TOKEN_SCOPES.slice(0, highest + 1)
}
