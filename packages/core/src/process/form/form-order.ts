/** What each field waits for. */
export type Waiting = ReadonlyMap<string, ReadonlySet<string>>

/** An order in which every field comes after what it waits for, and those that wait in a circle. */
export type FormOrder = { readonly order: readonly string[]; readonly circular: readonly string[] }

/**
 * Brings fields into the order in which their values can be worked out.
 *
 * @param waiting by key; names that are no keys are variables and wait for nothing
 */
export function orderFields(waiting: Waiting): FormOrder {
  const open = new Map([...waiting].map(([key, names]) => [key, known(names, waiting).length]))
  const ready = [...open].filter(([, count]) => count === 0).map(([key]) => key)
  const followers = followersOf(waiting)
  // Grows while it is walked.
  for (const key of ready) {
    for (const follower of followers.get(key) ?? []) {
      const left = (open.get(follower) ?? 0) - 1
      open.set(follower, left)
      if (left === 0) ready.push(follower)
    }
  }
  const done = new Set(ready)
  return {
    order: ready,
    circular: circleAmong(
      [...waiting.keys()].filter((key) => !done.has(key)),
      waiting,
    ),
  }
}

function known(names: ReadonlySet<string>, waiting: Waiting): readonly string[] {
  return [...names].filter((name) => waiting.has(name))
}

function followersOf(waiting: Waiting): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>()
  for (const [key, names] of waiting) {
    for (const name of known(names, waiting)) followers.set(name, [...(followers.get(name) ?? []), key])
  }
  return followers
}

/** One circle: whoever is left waits for another that is left, so that walking on comes round. */
function circleAmong(left: readonly string[], waiting: Waiting): readonly string[] {
  const among = new Set(left)
  const walked: string[] = []
  let key = left[0]
  while (key !== undefined && !walked.includes(key)) {
    walked.push(key)
    key = [...(waiting.get(key) ?? [])].find((name) => among.has(name))
  }
  return key === undefined ? [] : walked.slice(walked.indexOf(key))
}
