import { X } from 'lucide-react'
import { Progress } from '../../../ui/index.ts'
import type { Upload } from '../hooks/use-uploads.ts'
import { formatFileSize } from '../model/file-size.ts'
import { texts } from '../texts.ts'
import styles from './files.module.css'

type Props = {
  readonly upload: Upload
  readonly onAgain: () => void
  readonly onGiveUp: () => void
}

/** A file on its way, or why it did not arrive. */
export function UploadLine({ upload, onAgain, onGiveUp }: Props) {
  const { file, share, problem } = upload
  return (
    <li className={styles.line} aria-busy={problem === null}>
      <span className={styles.uploading}>
        <span className={styles.name}>{file.name}</span>
        {problem === null ? (
          <Progress value={share * 100} size={3} aria-label={texts.uploading(file.name)} />
        ) : (
          <span className={styles.problem} role="alert">
            {problem}{' '}
            <button type="button" className={styles.quiet} onClick={onAgain}>
              {texts.retry}
            </button>
          </span>
        )}
      </span>
      <span className={styles.size}>{formatFileSize(file.size)}</span>
      <button type="button" className="plain-button" aria-label={texts.giveUp(file.name)} onClick={onGiveUp}>
        <X size={14} aria-hidden />
      </button>
    </li>
  )
}
