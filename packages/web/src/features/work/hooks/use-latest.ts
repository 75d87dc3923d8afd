import { type RefObject, useLayoutEffect, useRef } from 'react'

/** The latest value for handlers and effects that must not be made anew whenever it changes. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
