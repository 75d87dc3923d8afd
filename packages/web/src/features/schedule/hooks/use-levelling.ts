import type { Refusal } from '@millrace/core/kernel'
import type { LevelInput, LevelledPlans, PlansProgress } from '@millrace/core/schedule'
import { useEffect, useRef, useState } from 'react'
import type { LevelPart } from '../model/level/level-part.ts'
import type { LevelBudget, LevelNews, LevelOrder } from '../model/level/level-words.ts'

/** How a levelling stands. */
export type LevelState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: PlansProgress | null; readonly share: number }
  | { readonly kind: 'done'; readonly plans: LevelledPlans; readonly parts: readonly LevelPart[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The other projects could not be loaded. */
  | { readonly kind: 'failed'; readonly error: unknown }

/** What is levelled. */
export type Levelling = { readonly parts: readonly LevelPart[]; readonly input: LevelInput }

/** The same plan gives the same levelling: nobody has to guess why it differs. */
const SEED = 1

/** Levels plans beside the page, so that nothing of it waits; ends with the dialog. */
export function useLevelling() {
  const [state, setState] = useState<LevelState>({ kind: 'idle' })
  const worker = useRef<Worker | null>(null)
  useEffect(() => () => worker.current?.terminate(), [])
  const send = (order: LevelOrder) => worker.current?.postMessage(order)
  const start = async (load: () => Promise<Levelling>, budget: LevelBudget) => {
    worker.current?.terminate()
    setState({ kind: 'running', progress: null, share: 0 })
    const asked = await load().catch((error: unknown) => {
      setState({ kind: 'failed', error })
      return null
    })
    if (asked === null) return
    worker.current = new Worker(new URL('../model/level/level-worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.current.addEventListener('message', ({ data }: MessageEvent<LevelNews>) =>
      setState(stateOf(data, asked.parts)),
    )
    send({ kind: 'start', input: asked.input, seed: SEED, budget })
  }
  return { state, start, stop: () => send({ kind: 'stop' }) }
}

function stateOf(news: LevelNews, parts: readonly LevelPart[]): LevelState {
  switch (news.kind) {
    case 'progress':
      return { kind: 'running', progress: news.progress, share: news.share }
    case 'done':
      return { kind: 'done', plans: news.plans, parts }
    case 'refused':
      return { kind: 'refused', refusal: news.refusal }
  }
}
