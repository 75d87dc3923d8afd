import { useDirectory } from '../../../../platform/store/index.ts'
import { dayEnd, dayOf, dayStart } from '../../../../platform/time-zone.ts'
import { DayField, useTimeZone } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly at: number | null
  /** Whether the moment is where its day begins, or where it ends. */
  readonly edge: 'start' | 'end'
  readonly onChange: (at: number | null) => void
}

/** A moment of which people say the day. */
export function DayMoment({ label, at, edge, onChange }: Props) {
  const timeZone = useTimeZone()
  const { organisation } = useDirectory()
  const shown = at === null ? null : dayOf(edge === 'end' ? at - 1 : at, timeZone)
  return (
    <DayField
      label={label}
      value={shown}
      weekStart={organisation.weekStart}
      onChange={(on) => {
        if (on === shown) return
        onChange(on === null ? null : edge === 'end' ? dayEnd(on, timeZone) : dayStart(on, timeZone))
      }}
    />
  )
}
