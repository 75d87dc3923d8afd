/** A link from one activity to another. */
type Arc = { readonly from: string; readonly to: string }

const ON_PATH = 1
const DONE = 2

/**
 * The links that close a circle when activities are walked along their links in file order; without
 * them there is none. Linear in the number of links, with an own stack: plans have long chains.
 *
 * @returns each such link with the activities of its circle, in order, from its successor on
 */
export function linksThatClose<Link extends Arc>(
  links: readonly Link[],
): readonly { readonly link: Link; readonly cycle: readonly string[] }[] {
  const outgoing = Map.groupBy(links, (link) => link.from)
  const states = new Map<string, number>()
  const found: { link: Link; cycle: readonly string[] }[] = []
  for (const start of outgoing.keys()) {
    if (states.has(start)) continue
    const path: string[] = [start]
    const next: number[] = [0]
    states.set(start, ON_PATH)
    while (path.length > 0) {
      const at = path.length - 1
      const here = path[at] ?? ''
      const link = outgoing.get(here)?.[next[at] ?? 0]
      if (link === undefined) {
        states.set(here, DONE)
        path.pop()
        next.pop()
        continue
      }
      next[at] = (next[at] ?? 0) + 1
      const state = states.get(link.to)
      if (state === ON_PATH) found.push({ link, cycle: path.slice(path.indexOf(link.to)) })
      if (state !== undefined) continue
      states.set(link.to, ON_PATH)
      path.push(link.to)
      next.push(0)
    }
  }
  return found
}
