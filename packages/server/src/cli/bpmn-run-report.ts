import type { RunEvent, RunOutcome } from '@millrace/core/process'

const momentOf = (at: number) => new Date(at).toISOString()

/** A run as programs read it: elements by their ids, moments as ISO 8601. */
export function runAsJson({ graph, state, events, endedAt, isCutShort }: RunOutcome): string {
  const idOf = (node: number) => graph.nodes[node]?.id ?? ''
  return JSON.stringify(
    {
      process: { id: graph.id, name: graph.name },
      status: state.status,
      endedAt: momentOf(endedAt),
      isCutShort,
      trace: events.map((event) => traceLine(graph, event)),
      variables: state.scopes.find(({ kind }) => kind === 'process')?.variables ?? {},
      tokens: state.tokens.map(({ id, node, state: how }) => ({
        token: id,
        element: idOf(node),
        state: how,
      })),
      waits: state.waits.map(({ node, kind, name, key, dueAt }) => ({
        ...{ element: idOf(node), kind, name, key },
        dueAt: dueAt === null ? null : momentOf(dueAt),
      })),
      incidents: state.incidents.map(({ node, kind, text }) => ({ element: idOf(node), kind, text })),
    },
    null,
    2,
  )
}

function traceLine({ nodes, flows }: RunOutcome['graph'], event: RunEvent) {
  const at = momentOf(event.at)
  if ('said' in event) return { at, said: event.said }
  if ('asked' in event) {
    const { kind: asked, node, ...more } = event.asked
    return { at, asked, element: nodes[node]?.id, ...more }
  }
  const { kind: happened, at: place, tokenId: token } = event.happened
  return { at, happened, element: (happened === 'taken' ? flows : nodes)[place]?.id, token }
}
