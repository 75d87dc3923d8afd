import { formatDayRange } from './format-time.ts'
import { texts } from './texts.ts'

type Props = {
  readonly from: string
  readonly to: string
  readonly note?: string
  readonly className?: string
}

/** A span of calendar days, as forecasts are always given: `14–19 Dec (85 %)`. */
export function DateRange({ from, to, note, className }: Props) {
  return (
    <span className={className} title={from === to ? from : texts.range(from, to)}>
      <bdi>{formatDayRange(from, to)}</bdi>
      {note !== undefined && ` (${note})`}
    </span>
  )
}
