import { useLocation } from '@tanstack/react-router'
import { useConnection } from '../../platform/store/index.ts'
import { Link } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './notice-bar.module.css'

/** A quiet bar when the session has ended. The page stays readable, and what was not sent is kept on the device. */
export function SignedOutNotice() {
  const { state, waiting } = useConnection()
  const { href } = useLocation()
  if (state !== 'signed-out') return null
  return (
    <div className={styles.bar} role="alert">
      {texts.signedOut.title}
      {waiting > 0 && ` ${texts.signedOut.waiting}`}
      <Link to="/sign-in" search={{ next: href }} className={styles.link}>
        {texts.signedOut.again}
      </Link>
    </div>
  )
}
