/**
 * Waits for work to end, but no longer than this. What becomes of it later is nobody's concern.
 *
 * @returns whether it ended in time
 */
export async function waitAtMost(waitMs: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const isOver = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMs, false)
  })
  try {
    return await Promise.race([work.then(() => true), isOver])
  } finally {
    clearTimeout(timer)
  }
}
