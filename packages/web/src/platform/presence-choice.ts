import { useSyncExternalStore } from 'react'

const KEY = 'millrace.presence'
const listeners = new Set<() => void>()

/** Whether others may see from this browser what one has before oneself. */
export function isShown(): boolean {
  return localStorage.getItem(KEY) !== 'hidden'
}

/** Shows or hides it, at once and for every page of this browser that opens from now on. */
export function setShown(isWanted: boolean): void {
  if (isWanted) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'hidden')
  for (const listener of [...listeners]) listener()
}

/** The same, kept up to date; a page beside this one may change it. */
export function useShown(): boolean {
  return useSyncExternalStore(watch, isShown)
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
