import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'

const REST_MS = 1_200

/** How the draft stands. */
export type DraftState =
  | { readonly kind: 'saved' | 'saving' | 'unsaved' }
  | { readonly kind: 'refused'; readonly refused: Refused }

type Draft = { readonly containerId: string; readonly version: number | null }

/** Keeps a draft on the server a moment after each change. */
export function useDraft({ containerId, version }: Draft) {
  const { run } = useCommands()
  const [state, setState] = useState<DraftState>({ kind: 'saved' })
  const known = useRef(version)
  const waiting = useRef<{ readonly xml: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  const sending = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback(
    async (xml: string) => {
      setState({ kind: 'saving' })
      const input = { containerId, xml, version: known.current }
      const outcome = await run('process.saveDraft', input, { isSilent: true })
      if (outcome.ok) known.current = outcome.output.version
      setState(outcome.ok ? { kind: 'saved' } : { kind: 'refused', refused: outcome.refused })
      return outcome.ok
    },
    [containerId, run],
  )

  /** Sends what waits, at once. True: everything is there. */
  const settle = useCallback(async (): Promise<boolean> => {
    const last = waiting.current
    waiting.current = null
    if (last) {
      clearTimeout(last.timer)
      const sent = sending.current.then(() => send(last.xml))
      sending.current = sent
      return await sent
    }
    await sending.current
    return true
  }, [send])

  const keep = useCallback(
    (xml: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      setState({ kind: 'unsaved' })
      waiting.current = { xml, timer: setTimeout(() => void settle(), REST_MS) }
    },
    [settle],
  )

  // Whoever leaves loses nothing of the last second.
  useEffect(() => () => void settle(), [settle])

  /** From now on whatever is there is written over. */
  const overwrite = useCallback(
    async (xml: string, theirs: number | null) => {
      known.current = theirs
      keep(xml)
      await settle()
    },
    [keep, settle],
  )
  return { state, keep, settle, overwrite, version: () => known.current }
}
