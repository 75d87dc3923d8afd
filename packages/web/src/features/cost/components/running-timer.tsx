import { Square, Timer } from 'lucide-react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { formatEffort, Link, useNow } from '../../../ui/index.ts'
import { useTimer } from '../hooks/use-timer.ts'
import { costTexts as words } from '../texts.ts'
import styles from './running-timer.module.css'

type Props = { readonly isFolded: boolean }

const MINUTE_MS = 60_000

/** The person's timer while it runs: on what, for how long, and the way to stop it. */
export function RunningTimer({ isFolded }: Props) {
  const { timer, stop } = useTimer()
  const slug = useSlug()
  const now = useNow()
  if (timer?.startedAt == null) return null
  const minutes = Math.max(0, Math.floor((now - timer.startedAt) / MINUTE_MS))
  return (
    <div className={styles.timer} data-folded={isFolded || undefined}>
      <Link
        to={paths.item(slug, timer.itemKey)}
        className={styles.item}
        title={words.timerOn(`${timer.itemKey} ${timer.itemTitle}`)}
        aria-label={words.timerOn(`${timer.itemKey} ${timer.itemTitle}, ${formatEffort(minutes)}`)}
      >
        <Timer size={14} strokeWidth={1.75} aria-hidden />
        <span className={isFolded ? 'visually-hidden' : styles.key}>{timer.itemKey}</span>
        <span className={isFolded ? 'visually-hidden' : styles.minutes}>{formatEffort(minutes)}</span>
      </Link>
      <button
        type="button"
        className="plain-button"
        aria-label={words.stop}
        title={words.stop}
        onClick={() => void stop(timer)}
      >
        <Square size={13} aria-hidden />
      </button>
    </div>
  )
}
