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

/** Takes away what waits for nothing, then what waited for that alone, until only circles and their followers are left. */
function peel(waiting: Map<string, readonly string[]>): void {
  const open = new Map([...waiting].map(([key, requires]) => [key, requires.length]))
  const followers = new Map<string, string[]>()
  for (const [key, requires] of waiting) {
    for (const required of requires) {
      const of = followers.get(required)
      if (of === undefined) followers.set(required, [key])
      else of.push(key)
    }
  }
  const free = [...open].flatMap(([key, count]) => (count === 0 ? [key] : []))
  for (let key = free.pop(); key !== undefined; key = free.pop()) {
    waiting.delete(key)
    for (const follower of followers.get(key) ?? []) {
      const left = (open.get(follower) ?? 0) - 1
      open.set(follower, left)
      if (left === 0) free.push(follower)
    }
  }
}
