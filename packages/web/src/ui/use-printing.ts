import { useEffect, useState, useSyncExternalStore } from 'react'
import { idle } from '../platform/idle.ts'

let isPrinting = false
let schemeBefore: string | undefined
const listeners = new Set<() => void>()

function set(next: boolean): void {
  isPrinting = next
  const { dataset } = document.documentElement
  // Paper is white, whatever the screen is.
  if (next) schemeBefore = dataset['mantineColorScheme']
  const scheme = next ? 'light' : schemeBefore
  if (scheme !== undefined) dataset['mantineColorScheme'] = scheme
  for (const listener of [...listeners]) listener()
}

/** Hears when the browser prints the page; to be called once, by whatever is around the whole program. */
export function useListenToPrinting(): void {
  useEffect(() => {
    const [begin, end] = [() => set(true), () => set(false)]
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Paper cannot be scrolled: a list has so many of its rows in the document while it is printed. */
const ON_PAPER = 5_000

/**
 * How many rows beyond those in sight a list draws: none before what is in sight is there, then a few, so that
 * scrolling finds them; all of them on paper.
 */
export function useOverscan(onScreen: number): number {
  const [isSettled, setSettled] = useState(false)
  useEffect(() => void idle().then(() => setSettled(true)), [])
  const isOnPaper = useSyncExternalStore(subscribe, () => isPrinting)
  if (isOnPaper) return ON_PAPER
  return isSettled ? onScreen : 0
}
