import type { DecisionView } from '@millrace/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { useKeepDecision } from './use-decisions.ts'

const PAUSE_MS = 700

/** The file of a decision model while somebody changes it. */
export type DecisionDraft = {
  readonly dmn: string
  readonly change: (dmn: string) => void
  readonly state: 'saved' | 'waiting' | 'saving'
  /** Why it was not saved. */
  readonly refused: Refused | null
  /** Saves at once; false: it was refused. */
  readonly flush: () => Promise<boolean>
  /** Of what is saved. */
  readonly version: () => number
}

type Kept = { latest: string; saved: string; version: number; running: Promise<boolean> | null }

/**
 * Keeps what is typed and saves it a moment later, one time after the other.
 *
 * @param onOutdated somebody else has saved meanwhile, and nothing of ours is waiting
 */
export function useDecisionDraft(decision: DecisionView, onOutdated: () => void): DecisionDraft {
  const { id, containerId, name } = decision
  const { run } = useCommands()
  const keep = useKeepDecision()
  const [dmn, setDmn] = useState(decision.dmn)
  const [state, setState] = useState<DecisionDraft['state']>('saved')
  const [refused, setRefused] = useState<Refused | null>(null)
  const kept = useRef<Kept>({
    ...{ latest: decision.dmn, saved: decision.dmn },
    ...{ version: decision.version, running: null },
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    const now = kept.current
    for (let sent = now.latest; sent !== now.saved; sent = now.latest) {
      setState('saving')
      const input = { id, containerId, name, dmn: sent, version: now.version }
      const outcome = await run('process.saveDecision', input, { isSilent: true })
      if (!outcome.ok) {
        setRefused(outcome.refused)
        setState('waiting')
        return false
      }
      now.saved = sent
      now.version = outcome.output.version
      keep(outcome.output)
    }
    setRefused(null)
    setState('saved')
    return true
  }, [run, keep, id, containerId, name])

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const now = kept.current
    now.running ??= save().finally(() => {
      now.running = null
    })
    return await now.running
  }, [save])

  const change = useCallback(
    (next: string) => {
      kept.current.latest = next
      setDmn(next)
      setState('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE_MS)
    },
    [flush],
  )

  useAtTheEnd(() => void flush())
  useEffect(() => {
    const { version, latest, saved, running } = kept.current
    if (decision.version > version && latest === saved && running === null) onOutdated()
  }, [decision.version, onOutdated])

  const version = useCallback(() => kept.current.version, [])
  return { dmn, change, state, refused, flush, version }
}

/** Does something when the component goes, as it is then. */
function useAtTheEnd(act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => () => latest.current(), [])
}
