const NAME = 'millrace.unsent.'

/** Says, as long as the page lives, that it sends what it holds. Answers how to say that no more. */
export function takeLock(holder: string): () => void {
  let free = () => {}
  const isFreed = new Promise<void>((resolve) => {
    free = resolve
  })
  // Only pages from `https:` or this machine have locks.
  void navigator.locks?.request(NAME + holder, () => isFreed).catch(() => undefined)
  return () => free()
}

/**
 * Who still sends what they hold. Where there are no locks, nobody knows; sending something twice does no
 * harm, because the server answers the second time as the first.
 */
export async function livingHolders(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.map(({ name = '' }) => name.slice(NAME.length)))
}
