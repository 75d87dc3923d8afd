import type { Node } from './node.ts'
import type { DmnProblem } from './problem.ts'

/** Decisions that wait for each other, each circle once. Functions may call themselves. */
export function findCycles(nodes: ReadonlyMap<string, Node>): readonly DmnProblem[] {
  const decisions = [...nodes.values()].filter(({ kind }) => kind === 'decision')
  const waiting = new Map(
    decisions.map(({ key, requires }) => [
      key,
      requires.filter((required) => nodes.get(required)?.kind === 'decision'),
    ]),
  )
  peel(waiting)
  const names = [...waiting.keys()].map((key) => nodes.get(key)?.name ?? key)
  const [element] = names
  if (element === undefined) return []
  return [{ code: 'dmn.cycle', element, line: 0, at: null, params: { names: names.join(', ') } }]
}

/** Takes away what waits for nothing, or for what was taken away, until only circles and their followers are left. */
function peel(waiting: Map<string, string[]>): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const [key, requires] of waiting) {
      if (requires.some((required) => waiting.has(required))) continue
      waiting.delete(key)
      isChanged = true
    }
  }
}
