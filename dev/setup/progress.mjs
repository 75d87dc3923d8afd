const QUIET_MS = 2_000
const PLAIN_EVERY_MS = 10_000

/**
 * Runs `work` and says how long it takes, once it takes longer than two seconds: on a terminal in one
 * line that keeps counting, elsewhere with a line now and then.
 *
 * @param {string} label what is being done, such as "Installing packages"
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 * @template Value
 */
export async function withProgress(label, work) {
  const isTerminal = process.stdout.isTTY
  const start = Date.now()
  let shownAt = 0
  const timer = setInterval(() => {
    const elapsed = Date.now() - start
    if (elapsed < QUIET_MS || (!isTerminal && Date.now() - shownAt < PLAIN_EVERY_MS)) return
    shownAt = Date.now()
    const line = `${label} … ${Math.round(elapsed / 1000)} s`
    process.stdout.write(isTerminal ? `\r${line}` : `${line}\n`)
  }, 500)
  try {
    const value = await work()
    if (isTerminal && shownAt !== 0) process.stdout.write('\r\u001B[K')
    if (shownAt !== 0) console.log(`${label}: done in ${Math.round((Date.now() - start) / 1000)} s`)
    return value
  } finally {
    clearInterval(timer)
  }
}
