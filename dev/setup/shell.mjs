const LOOK_MS = 500

/**
 * Stops this process when the shell is gone that npm started it with. npm hands SIGTERM on to that shell,
 * which ends without telling us; to look for it now and then is the only way to learn of that.
 */
export function stopWithShell() {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  timer.unref()
}
