import { X } from 'lucide-react'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import styles from './notices.module.css'
import { texts } from './texts.ts'

type Notice = {
  readonly id?: string
  readonly title?: ReactNode
  readonly message: ReactNode
  /** `info` goes by itself, `problem` stays until it is closed. */
  readonly kind?: 'info' | 'problem'
  /** `open`: until it is hidden or closed. */
  readonly durationMs?: number | 'open'
}

type Shown = {
  readonly id: string
  readonly title: ReactNode
  readonly message: ReactNode
  readonly kind: 'info' | 'problem'
  readonly durationMs: number | 'open'
}

const DURATION_MS = 5_000
/** More would cover the work that they speak of. The oldest gives way. */
const SHOWN_MAX = 3

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()

function set(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Short notices at the foot of the window, read out politely. */
export const notifications = {
  show({ id, title, message, kind = 'info', durationMs }: Notice): string {
    count += 1
    const notice: Shown = {
      id: id ?? `notice-${String(count)}`,
      title,
      message,
      kind,
      durationMs: durationMs ?? (kind === 'problem' ? 'open' : DURATION_MS),
    }
    set([...shown.filter((other) => other.id !== notice.id), notice].slice(-SHOWN_MAX))
    return notice.id
  },
  hide(id: string): void {
    if (shown.some((notice) => notice.id === id)) set(shown.filter((notice) => notice.id !== id))
  },
}

/**
 * Shows the notices. Our own instead of the kit's, whose measuring and transitions cost every single
 * edit with an offer to undo ten milliseconds.
 */
export function Notices() {
  const notices = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className={styles.notices}>
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Shown }) {
  const { id, title, message, kind, durationMs } = notice
  const [isLookedAt, setLookedAt] = useState(false)
  useEffect(() => {
    // Whoever reads it or is on its buttons has the time they need (WCAG 2.2.1).
    if (durationMs === 'open' || isLookedAt) return
    const timer = setTimeout(() => notifications.hide(id), durationMs)
    return () => clearTimeout(timer)
  }, [id, durationMs, isLookedAt])
  return (
    <div
      className={styles.notice}
      data-kind={kind}
      role={kind === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => setLookedAt(true)}
      onPointerLeave={() => setLookedAt(false)}
      onFocus={() => setLookedAt(true)}
      onBlur={() => setLookedAt(false)}
    >
      <div className={styles.words}>
        {title !== undefined && <div className={styles.title}>{title}</div>}
        <div className={styles.message}>{message}</div>
      </div>
      <button
        type="button"
        className={styles.close}
        aria-label={texts.close}
        onClick={() => notifications.hide(id)}
      >
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
