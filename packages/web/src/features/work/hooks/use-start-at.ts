import { useEffectEvent, useLayoutEffect } from 'react'

type Scrolls = { readonly scrollToIndex: (index: number, options: { align: 'start' }) => void }

/** Begins a list at a line of it, such as today, and does so again when it is another one. */
export function useStartAt(
  wanted: string | undefined,
  virtual: Scrolls,
  indexOf: (wanted: string) => number,
): void {
  const start = useEffectEvent((line: string) => {
    const index = indexOf(line)
    if (index > 0) virtual.scrollToIndex(index, { align: 'start' })
  })
  useLayoutEffect(() => {
    if (wanted !== undefined) start(wanted)
  }, [wanted])
}
