import { type ComponentProps, lazy, Suspense } from 'react'
import type { DayPicker } from './day-picker.tsx'

const Picker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

/** The calendar, fetched when it is first opened. */
export function LazyDayPicker(props: ComponentProps<typeof DayPicker>) {
  return (
    <Suspense fallback={null}>
      <Picker {...props} />
    </Suspense>
  )
}
