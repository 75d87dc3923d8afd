const SECOND_THOUGHT_MS = 1_000

/**
 * Waits until somebody wants this process to stop: a signal, or the end of the process that started
 * us over a channel. A second signal, when stopping takes too long for somebody, ends it at once.
 */
export function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt = 0
    function stop(): void {
      // Ctrl-C reaches us twice: from the terminal and by way of the process that started us.
      if (askedAt !== 0 && Date.now() - askedAt > SECOND_THOUGHT_MS) process.exit(1)
      askedAt ||= Date.now()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.on('disconnect', stop)
    process.channel?.unref()
  })
}
