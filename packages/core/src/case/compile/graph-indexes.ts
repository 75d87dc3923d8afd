import {
  type CaseGraph,
  type CaseNode,
  type GraphSentry,
  type PartRef,
  type SentryRef,
  watchKey,
} from '../engine/graph.ts'

type Indexes = Pick<CaseGraph, 'watchers' | 'timersFrom' | 'fileWatchers' | 'readers' | 'timerReaders'>

/** Who waits for what: looked up once, so that an event asks only those whom it concerns. */
export function graphIndexes(nodes: readonly CaseNode[]): Indexes {
  const watchers = new Map<string, PartRef[]>()
  const fileWatchers = new Map<string, PartRef[]>()
  const readers = new Map<string, SentryRef[]>()
  const timersFrom = new Map<string, number[]>()
  const timerReaders = new Map<string, number[]>()
  for (const node of nodes) {
    for (const { ref, sentry } of sentriesOf(node)) {
      for (const name of sentry.ifPart?.names ?? []) add(readers, name, ref)
      for (const [part, onPart] of sentry.onParts.entries()) {
        const { on, transition } = onPart
        if (on === 'plan') add(watchers, watchKey(onPart.source, transition), { ...ref, part })
        else add(fileWatchers, watchKey(onPart.sourceId, transition), { ...ref, part })
      }
    }
    if (node.timer === null) continue
    for (const name of node.timer.question.names) add(timerReaders, name, node.index)
    const { from } = node.timer
    if (from) add(timersFrom, watchKey(from.source, from.transition), node.index)
  }
  return { watchers, fileWatchers, readers, timersFrom, timerReaders }
}

function sentriesOf(node: CaseNode): readonly { readonly ref: SentryRef; readonly sentry: GraphSentry }[] {
  const of = (side: SentryRef['side']) =>
    node[side].map((sentry, place) => ({ ref: { node: node.index, side, sentry: place }, sentry }))
  return [...of('entry'), ...of('exit')]
}

function add<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const known = index.get(key)
  if (known) known.push(value)
  else index.set(key, [value])
}
