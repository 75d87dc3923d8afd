import { startLevelling } from '@millrace/core/schedule'
import type { LevelNews, LevelOrder } from './level-words.ts'

/** So many schedules between two looks at the clock. */
const AT_ONCE = 20
const TELL_MS = 120

const orders = { isStopped: false }

self.addEventListener('message', ({ data }: MessageEvent<LevelOrder>) => {
  if (data.kind === 'stop') orders.isStopped = true
  else void level(data)
})

/** Searches until the time is up, the best possible is found, or the page has enough. */
async function level({ input, seed, budgetMs }: Extract<LevelOrder, { kind: 'start' }>): Promise<void> {
  const started = startLevelling(input, seed)
  if (!started.ok) {
    tell({ kind: 'refused', refusal: started.refusal })
    return
  }
  const { step, take } = started.value
  const begun = performance.now()
  let told = Number.NEGATIVE_INFINITY
  let before = -1
  for (;;) {
    const progress = step(AT_ONCE)
    const elapsedMs = performance.now() - begun
    if (elapsedMs - told > TELL_MS) {
      tell({ kind: 'progress', progress, elapsedMs })
      told = elapsedMs
    }
    // No further schedule: nothing better is possible.
    const isEnough = progress.schedules === before
    if (isEnough || elapsedMs > budgetMs || orders.isStopped) break
    before = progress.schedules
    // Lets a word of the page in.
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  tell({ kind: 'done', plans: take() })
}

function tell(news: LevelNews): void {
  // To the one page that a worker belongs to; nothing is handed over with it.
  self.postMessage(news, { transfer: [] })
}
