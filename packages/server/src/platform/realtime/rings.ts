/** Lets somebody wait until something happens in an organisation, without holding anything meanwhile. */
export type Rings = {
  readonly ring: (organisationId: string) => void
  /** Resolves at the next ring, after so many milliseconds, or as soon as nobody waits any more. */
  readonly next: (
    organisationId: string,
    until: { readonly ms: number; readonly signal: AbortSignal },
  ) => Promise<void>
  /** Nobody waits any longer, so that the server can stop. */
  readonly ringAll: () => void
}

/** Nobody waits yet. */
export function createRings(): Rings {
  const waiting = new Map<string, Set<() => void>>()
  const wake = (organisationId: string) => {
    for (const go of [...(waiting.get(organisationId) ?? [])]) go()
  }
  return {
    ring: wake,
    ringAll: () => {
      for (const organisationId of [...waiting.keys()]) wake(organisationId)
    },
    next: async (organisationId, { ms, signal }) => {
      if (signal.aborted) return
      const all = waiting.get(organisationId) ?? new Set()
      waiting.set(organisationId, all)
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', go)
          all.delete(go)
          if (all.size === 0 && waiting.get(organisationId) === all) waiting.delete(organisationId)
          resolve()
        }
        const timer = setTimeout(go, ms)
        signal.addEventListener('abort', go)
        all.add(go)
      })
    },
  }
}
