import { type PlansProgress, startLevelling } from '@millrace/core/schedule'
import type { LevelBudget, LevelNews, LevelOrder } from './level-words.ts'

/** So many schedules between two looks at the clock. */
const AT_ONCE = 20
const TELL_MS = 120

const orders = { isStopped: false }

self.addEventListener('message', ({ data }: MessageEvent<LevelOrder>) => {
  if (data.kind === 'stop') orders.isStopped = true
  else void level(data)
})

/** Searches until its budget is used up, the best possible is found, or the page has enough. */
async function level({ input, seed, budget }: Extract<LevelOrder, { kind: 'start' }>): Promise<void> {
  const started = startLevelling(input, seed)
  if (!started.ok) {
    tell({ kind: 'refused', refusal: started.refusal })
    return
  }
  const { step, take } = started.value
  const begun = performance.now()
  let told = Number.NEGATIVE_INFINITY
  let progress = step(0)
  for (;;) {
    const before = progress.schedules
    progress = step(stepOf(budget, progress))
    const elapsedMs = performance.now() - begun
    const share = budget.kind === 'time' ? elapsedMs / budget.ms : progress.schedules / budget.count
    if (elapsedMs - told > TELL_MS) {
      tell({ kind: 'progress', progress, share: Math.min(1, share) })
      told = elapsedMs
    }
    // No further schedule: nothing better is possible.
    if (progress.schedules === before || share >= 1 || orders.isStopped) break
    // Lets a word of the page in.
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  tell({ kind: 'done', plans: take() })
}

function stepOf(budget: LevelBudget, { schedules }: PlansProgress): number {
  return budget.kind === 'time' ? AT_ONCE : Math.max(0, Math.min(AT_ONCE, budget.count - schedules))
}

function tell(news: LevelNews): void {
  // To the one page that a worker belongs to; nothing is handed over with it.
  self.postMessage(news, { transfer: [] })
}
