import { useNewVersion } from '../../platform/new-version.ts'
import { texts } from '../texts.ts'
import styles from './notice-bar.module.css'

/** A quiet bar when the server has been updated. The page goes on working until it is loaded again. */
export function NewVersionNotice() {
  if (!useNewVersion()) return null
  return (
    <div className={styles.bar} data-kind="news" role="status">
      {texts.newVersion.title}
      <button type="button" className={styles.link} onClick={() => window.location.reload()}>
        {texts.newVersion.load}
      </button>
    </div>
  )
}
