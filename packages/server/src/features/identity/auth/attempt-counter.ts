/** Counts attempts by key within a window of time, in the memory of this process. */
export type AttemptCounter = {
  /** Adds an attempt; answers the seconds to wait when there were too many before it, else null. */
  readonly add: (key: string, rule: { readonly window: number; readonly max: number }) => number | null
  /** The seconds to wait, without adding an attempt. */
  readonly look: (key: string, rule: { readonly max: number }) => number | null
  readonly forget: (key: string) => void
}

/** Keys are addresses and names that strangers choose: their number has to be bounded. */
const KEYS_MAX = 50_000

/**
 * A counter with fixed windows. Each process counts for itself, so that with several processes a
 * stranger has as many times the attempts.
 *
 * @param now milliseconds since 1970
 */
export function createAttemptCounter(now: () => number = Date.now): AttemptCounter {
  const counts = new Map<string, { count: number; readonly endsAt: number }>()

  function current(key: string) {
    const found = counts.get(key)
    if (!found || found.endsAt > now()) return found
    counts.delete(key)
    return undefined
  }

  function waitFor(found: { readonly count: number; readonly endsAt: number } | undefined, max: number) {
    return found && found.count >= max ? Math.max(1, Math.ceil((found.endsAt - now()) / 1000)) : null
  }

  return {
    add(key, { window, max }) {
      const found = current(key)
      const wait = waitFor(found, max)
      if (wait !== null) return wait
      if (found) found.count++
      else {
        if (counts.size >= KEYS_MAX) counts.delete(counts.keys().next().value ?? '')
        counts.set(key, { count: 1, endsAt: now() + window * 1000 })
      }
      return null
    },
    look: (key, { max }) => waitFor(current(key), max),
    forget: (key) => void counts.delete(key),
  }
}
