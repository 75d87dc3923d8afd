import { useSyncExternalStore } from 'react'

/** How close rows stand to each other. */
export const DENSITIES = ['compact', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

const KEY = 'millrace.density'
const COMPACT_PX = 32
const COMFORTABLE_PX = 40

/** Sets the rows of the page apart as this browser was told to. Before anything is drawn. */
export function applyDensity(): void {
  document.documentElement.dataset['density'] = storedDensity()
}

/** What was chosen in this browser, and how to choose another. It holds at once, for the whole page. */
export function useDensity(): { readonly chosen: Density; readonly choose: (density: Density) => void } {
  const chosen = useSyncExternalStore(watchDensity, shownDensity)
  return { chosen, choose: chooseDensity }
}

/** The height of a row; a virtual window has to know it in pixels. */
export function useRowHeight(): number {
  return useSyncExternalStore(watchDensity, shownDensity) === 'comfortable' ? COMFORTABLE_PX : COMPACT_PX
}

function chooseDensity(density: Density): void {
  localStorage.setItem(KEY, density)
  applyDensity()
}

function storedDensity(): Density {
  return DENSITIES.find((known) => known === localStorage.getItem(KEY)) ?? 'compact'
}

function shownDensity(): Density {
  return document.documentElement.dataset['density'] === 'comfortable' ? 'comfortable' : 'compact'
}

function watchDensity(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] })
  return () => observer.disconnect()
}
