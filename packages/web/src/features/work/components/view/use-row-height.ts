import { useSyncExternalStore } from 'react'

const COMPACT_PX = 32
const COMFORTABLE_PX = 40

/** The height of a row in the density that the person chose; the virtual window has to know it in pixels. */
export function useRowHeight(): number {
  return useSyncExternalStore(watchDensity, readHeight)
}

function readHeight(): number {
  return document.documentElement.dataset['density'] === 'comfortable' ? COMFORTABLE_PX : COMPACT_PX
}

function watchDensity(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] })
  return () => observer.disconnect()
}
