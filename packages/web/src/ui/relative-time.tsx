import { formatInstant, formatSince } from './format-time.ts'
import { useTimeZone } from './time-zone.ts'
import { useNow } from './use-now.ts'

type Props = { readonly at: number; readonly className?: string }

/** How long ago, in words that keep up with the clock; the exact moment on hover. */
export function RelativeTime({ at, className }: Props) {
  const now = useNow()
  const timeZone = useTimeZone()
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at)} className={className}>
      {formatSince(at, now, timeZone)}
    </time>
  )
}
