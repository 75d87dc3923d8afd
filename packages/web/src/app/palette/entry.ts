import type { ReactNode } from 'react'

/** One thing the palette offers. */
export type Entry = {
  readonly id: string
  readonly group: 'recent' | 'items' | 'texts' | 'containers' | 'commands' | 'places' | 'people'
  readonly label: string
  /** Quiet text behind the label, such as a key; searched as well. */
  readonly note?: string
  readonly keys?: string
  readonly glyph?: ReactNode
  readonly run: () => void
}

/** Groups in the order they are shown. */
export const GROUPS: readonly Entry['group'][] = [
  'recent',
  'items',
  'containers',
  'commands',
  'places',
  'people',
  'texts',
]
