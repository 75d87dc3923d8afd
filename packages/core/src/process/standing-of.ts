import type { ProcessGraph } from './engine/graph.ts'
import { isWork } from './engine/scope.ts'
import type { ProcessState, Token } from './engine/state.ts'
import { isHumanWork } from './step.ts'

/** What a token waits for: a person, something else that is done, an event, other tokens, its turn, or what goes on inside. */
export type StandingKind = 'person' | 'other' | 'event' | 'join' | 'turn' | 'inside' | 'stuck'

/** Why a token is where it is. */
export function standingOf(
  graph: ProcessGraph,
  { scopes }: Pick<ProcessState, 'scopes'>,
  token: Token,
): StandingKind {
  switch (token.state) {
    case 'stuck':
      return 'stuck'
    case 'queued':
      return 'turn'
    case 'joining':
    case 'resetting':
      return 'join'
    case 'waiting': {
      const node = graph.nodes[token.node]
      if (!node || scopes.some(({ tokenId }) => tokenId === token.id)) return 'inside'
      if (isHumanWork(node)) return 'person'
      return isWork(node) ? 'other' : 'event'
    }
  }
}
