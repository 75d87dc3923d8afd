import { useEffectEvent, useLayoutEffect } from 'react'

/** Does something before the page is painted whenever a value has changed, and only then. */
export function useOnChange(value: string | null, run: () => void): void {
  const latest = useEffectEvent(run)
  useLayoutEffect(() => {
    // The value is what this effect is about, although only the caller reads it.
    void value
    latest()
  }, [value])
}
