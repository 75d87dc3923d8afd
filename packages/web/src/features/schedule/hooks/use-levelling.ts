import type { Refusal } from '@millrace/core/kernel'
import type { LevelInput, LevelledPlans, PlansProgress } from '@millrace/core/schedule'
import { useCallback, useEffect, useRef, useState } from 'react'
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
  /** What was asked for last: while projects are loaded the dialog may be closed, or the search be given up. */
  const latest = useRef<object | null>(null)
  const end = useCallback(() => {
    latest.current = null
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => end, [end])
  const send = (order: LevelOrder) => worker.current?.postMessage(order)
  const start = async (load: () => Promise<Levelling>, budget: LevelBudget) => {
    end()
    const own = {}
    latest.current = own
    setState({ kind: 'running', progress: null, share: 0 })
    const asked = await load().catch((error: unknown) => {
      if (latest.current === own) setState({ kind: 'failed', error })
      return null
    })
    if (asked === null || latest.current !== own) return
    worker.current = new Worker(new URL('../model/level/level-worker.ts', import.meta.url), {
      type: 'module',
    })
    worker.current.addEventListener('message', ({ data }: MessageEvent<LevelNews>) =>
      setState(stateOf(data, asked.parts)),
    )
    send({ kind: 'start', input: asked.input, seed: SEED, budget })
  }
  const stop = () => {
    if (worker.current) return send({ kind: 'stop' })
    end()
    setState({ kind: 'idle' })
  }
  return { state, start, stop }
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
