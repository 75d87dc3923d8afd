import type { Variables } from './graph.ts'
import type { ProcessState } from './state.ts'

/** What a token of an instance sees: its own values, and those of all around it that nothing hides. */
export function variablesAt(state: ProcessState, tokenId: number): Variables {
  const token = state.tokens.find(({ id }) => id === tokenId)
  return token ? { ...inScope(state, token.scopeId), ...token.locals } : {}
}

function inScope(state: ProcessState, scopeId: number): Variables {
  const scope = state.scopes.find(({ id }) => id === scopeId)
  if (!scope) return {}
  const owner = state.tokens.find(({ id }) => id === scope.tokenId)
  return { ...inScope(state, scope.parentId), ...owner?.locals, ...scope.variables }
}
