import type { Priority } from '@millrace/core/work'
import styles from './priority-mark.module.css'
import { texts } from './texts.ts'

type Props = { readonly priority: Priority; readonly size?: number; readonly label?: string }

/** Names of the priorities, from none to urgent. */
export const PRIORITY_NAMES = texts.priorities

const BARS = [
  { x: 1.5, height: 4 },
  { x: 5.5, height: 7 },
  { x: 9.5, height: 10 },
] as const

/** Priority as rising bars; urgent is a filled square with an exclamation mark, none a dash. */
export function PriorityMark({ priority, size = 14, label }: Props) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={priority === 4 ? styles.urgent : styles.mark}
      {...named}
    >
      {priority === 0 && <path d="M2 7h10" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />}
      {priority === 4 && (
        <>
          <rect x="1" y="1" width="12" height="12" rx="3" fill="currentColor" />
          <path d="M7 3.8v3.8M7 9.6v.6" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
        </>
      )}
      {priority > 0 &&
        priority < 4 &&
        BARS.map(({ x, height }, index) => (
          <rect
            key={x}
            x={x}
            y={12 - height}
            width="3"
            height={height}
            rx="1"
            fill="currentColor"
            opacity={index < priority ? 1 : 0.25}
          />
        ))}
    </svg>
  )
}
