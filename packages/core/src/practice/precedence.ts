import { err, ok, type Result } from '../kernel/index.ts'

/** A practice with those that come before it in logical time. */
export type Ordered = { readonly id: string; readonly name: string; readonly after: readonly string[] }

/**
 * Whether practices can be put in a logical order. The order is of the practices, not of work: work on two
 * subjects may be at different places of it at once.
 *
 * @returns refused with `practice.order_circle`, which names the practices of one circle in their order
 */
export function checkPrecedence(practices: readonly Ordered[]): Result<true> {
  const circle = findCircle(new Map(practices.map((practice) => [practice.id, practice])))
  if (circle === null) return ok(true)
  return err({ code: 'practice.order_circle', params: { circle: circle.join(' → ') } })
}

type Walk = {
  readonly byId: ReadonlyMap<string, Ordered>
  readonly done: Set<string>
}

function findCircle(byId: ReadonlyMap<string, Ordered>): readonly string[] | null {
  const walk: Walk = { byId, done: new Set() }
  for (const start of byId.values()) {
    const circle = circleFrom(walk, start)
    if (circle) return circle
  }
  return null
}

/** Depth first with a stack of its own: chains may be longer than calls can be deep. */
function circleFrom({ byId, done }: Walk, start: Ordered): readonly string[] | null {
  const path: { readonly at: Ordered; next: number }[] = done.has(start.id) ? [] : [{ at: start, next: 0 }]
  const onPath = new Set(path.map(({ at }) => at.id))
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const beforeId = step.at.after[step.next++]
    if (beforeId === undefined) {
      path.pop()
      onPath.delete(step.at.id)
      done.add(step.at.id)
    } else if (onPath.has(beforeId)) {
      return namesFrom(
        path.map(({ at }) => at),
        beforeId,
      )
    } else {
      const before = byId.get(beforeId)
      if (!before || done.has(beforeId)) continue
      path.push({ at: before, next: 0 })
      onPath.add(beforeId)
    }
  }
  return null
}

/** The path runs from what is later to what is before: told the other way round, each leads to the next. */
function namesFrom(path: readonly Ordered[], id: string): readonly string[] {
  const circle = path.slice(path.findIndex((each) => each.id === id)).map(({ name }) => name)
  const [first = ''] = circle
  return [first, ...circle.toReversed()]
}
