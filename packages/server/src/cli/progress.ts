const QUIET_MS = 2_000
const EVERY_MS = 5_000

/** Tells a person how far something is, once it takes longer than two seconds and then every five. */
export function createProgress(print: (line: string) => void, label: string): (step: string) => void {
  const start = Date.now()
  let shownAt = start + QUIET_MS - EVERY_MS
  return (step) => {
    const now = Date.now()
    if (now - shownAt < EVERY_MS) return
    shownAt = now
    print(`${label}, ${Math.round((now - start) / 1000)} s: ${step}`)
  }
}
