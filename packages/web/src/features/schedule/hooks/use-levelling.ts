import type { Refusal } from '@millrace/core/kernel'
import type { LevelInput, LevelledPlans, PlansProgress } from '@millrace/core/schedule'
import { useEffect, useRef, useState } from 'react'
import type { LevelNews, LevelOrder } from '../model/level/level-words.ts'

/** How a levelling stands. */
export type LevelState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: PlansProgress | null; readonly share: number }
  | { readonly kind: 'done'; readonly plans: LevelledPlans }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The same plan gives the same levelling: nobody has to guess why it differs. */
const SEED = 1

/** Levels a plan beside the page, so that nothing of it waits; ends with the dialog. */
export function useLevelling() {
  const [state, setState] = useState<LevelState>({ kind: 'idle' })
  const worker = useRef<Worker | null>(null)
  useEffect(() => () => worker.current?.terminate(), [])
  const send = (order: LevelOrder) => worker.current?.postMessage(order)
  const start = (input: LevelInput, budgetMs: number) => {
    worker.current?.terminate()
    worker.current = new Worker(new URL('../model/level/level-worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.current.addEventListener('message', ({ data }: MessageEvent<LevelNews>) =>
      setState(stateOf(data, budgetMs)),
    )
    setState({ kind: 'running', progress: null, share: 0 })
    send({ kind: 'start', input, seed: SEED, budgetMs })
  }
  return { state, start, stop: () => send({ kind: 'stop' }) }
}

function stateOf(news: LevelNews, budgetMs: number): LevelState {
  switch (news.kind) {
    case 'progress':
      return {
        kind: 'running',
        progress: news.progress,
        share: Math.min(1, news.elapsedMs / budgetMs),
      }
    case 'done':
      return { kind: 'done', plans: news.plans }
    case 'refused':
      return { kind: 'refused', refusal: news.refusal }
  }
}
