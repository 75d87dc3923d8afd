import { useUnread } from '../../features/notify/hooks/use-unread.ts'
import { texts } from '../texts.ts'
import styles from './unread-count.module.css'

/** How much waits in the inbox; nothing when nothing does. */
export function UnreadCount() {
  const unread = useUnread()
  if (unread === 0) return null
  return (
    <span className={styles.count} data-unread>
      {texts.places.unread(unread)}
      <span className="visually-hidden">{texts.places.unreadSpoken}</span>
    </span>
  )
}
