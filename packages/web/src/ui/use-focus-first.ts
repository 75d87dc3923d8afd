import { type RefObject, useEffect, useRef } from 'react'

/** For the first field of a form that was asked for: it has the focus as soon as it is there. */
export function useFocusFirst(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  return field
}
