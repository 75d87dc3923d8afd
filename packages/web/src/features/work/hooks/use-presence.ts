import { type RefObject, useEffect, useState } from 'react'
import { call, type Input, type Output } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import { useShown } from '../../../platform/presence-choice.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** Somebody else who has the item before them, and what they are writing. */
export type Present = Output<'work.tellPresence'>['people'][number]
type Field = Input<'work.tellPresence'>['field']

/** The server forgets whoever was silent for a little more than two of these. */
const BEAT_MS = 15_000
/** This page, as long as it is open. */
const PAGE = newId()
const FIELDS: readonly string[] = ['title', 'description', 'comment'] satisfies readonly Field[]

/**
 * Who else has an item before them. Says that one has it oneself, unless one does not want to be seen
 * or the page is out of sight; whoever is not seen sees nobody.
 *
 * @param within what the item is shown in: what is written there is told too
 */
export function usePresence(itemId: string, within: RefObject<HTMLElement | null>): readonly Present[] {
  const { organisationId } = useStore()
  const isWanted = useShown()
  const isSeen = useVisible()
  const field = useWrittenField(within)
  const [known, setKnown] = useState<{ readonly of: string; readonly people: readonly Present[] }>({
    of: itemId,
    people: [],
  })
  const isHere = isWanted && isSeen
  useChanges(['presence'], (changes) => {
    if (changes === 'all') return
    const view = changes.findLast(({ id }) => id === itemId)?.view
    // What the server sends of this kind.
    if (view) setKnown({ of: itemId, people: (view as { people: readonly Present[] }).people })
  })
  useEffect(() => {
    if (!isHere) return undefined
    let isCurrent = true
    const say = () => {
      const words = { itemId, page: PAGE, field, isHere: true }
      call('work.tellPresence', words, { organisationId }).then(
        ({ people }) => {
          if (isCurrent) setKnown({ of: itemId, people })
        },
        // Nobody can be asked just now: then nobody is here.
        () => {
          if (isCurrent) setKnown({ of: itemId, people: [] })
        },
      )
    }
    say()
    const beat = setInterval(say, BEAT_MS)
    return () => {
      isCurrent = false
      clearInterval(beat)
    }
  }, [organisationId, itemId, field, isHere])
  useEffect(() => {
    if (!isHere) return undefined
    const leave = () => {
      const words = { itemId, page: PAGE, field: null, isHere: false }
      // Whoever does not hear it forgets us by themselves.
      call('work.tellPresence', words, { organisationId }).catch(() => {})
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [organisationId, itemId, isHere])
  return isHere && known.of === itemId ? known.people : []
}

/** Whether the page is in sight. */
function useVisible(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isVisible
}

/** What is written in just now: the field with the focus that says what it writes. */
function useWrittenField(within: RefObject<HTMLElement | null>): Field {
  const [field, setField] = useState<Field>(null)
  useEffect(() => {
    const look = () => {
      const active = document.activeElement
      setField(within.current?.closest('article')?.contains(active) ? fieldOf(active) : null)
    }
    // A field that goes away with the focus tells nobody: whatever made it go is waited for.
    const lookSoon = () => setTimeout(look, 0)
    const events = ['focusin', 'focusout', 'click', 'keyup'] as const
    for (const event of events) document.addEventListener(event, lookSoon)
    return () => {
      for (const event of events) document.removeEventListener(event, lookSoon)
    }
  }, [within])
  return field
}

function fieldOf(target: Element | null): Field {
  const name = target?.closest<HTMLElement>('[data-writes]')?.dataset['writes'] ?? ''
  return FIELDS.includes(name) ? (name as Field) : null // One of them.
}
