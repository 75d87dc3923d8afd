import { useLayoutEffect } from 'react'
import { useLatest } from './use-latest.ts'

type Scrolls = { readonly scrollToIndex: (index: number, options: { align: 'auto' }) => void }

/** Brings a line into sight when it becomes another one. A list that changes around it stays where it is. */
export function useScrollTo(
  wanted: string | null,
  virtual: Scrolls,
  indexOf: (wanted: string) => number,
): void {
  const latest = useLatest({ virtual, indexOf })
  useLayoutEffect(() => {
    if (wanted === null) return
    const index = latest.current.indexOf(wanted)
    if (index >= 0) latest.current.virtual.scrollToIndex(index, { align: 'auto' })
  }, [wanted, latest])
}
