import type { FileView } from '@millrace/contract'
import { FileArchive, FileImage, FileSpreadsheet, FileText, File as Plain, X } from 'lucide-react'
import { useState } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { useDirectory, useItem } from '../../../platform/store/index.ts'
import { Button, Modal, RelativeTime } from '../../../ui/index.ts'
import { formatFileSize } from '../model/file-size.ts'
import { texts } from '../texts.ts'
import styles from './files.module.css'

type Props = {
  readonly file: FileView
  readonly address: string
  readonly canWrite: boolean
  readonly showsItem: boolean
  readonly onRemove: () => void
}

/** A file with its size, who attached it and when. A click opens or downloads it. */
export function FileLine({ file, address, canWrite, showsItem, onRemove }: Props) {
  const { people } = useDirectory()
  const peek = usePeek()
  const item = useItem(showsItem ? file.itemId : null)
  const [asks, setAsks] = useState(false)
  const Sign = signOf(file.mediaType)
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.mediaType)
  return (
    <li className={styles.line}>
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className={styles.link}
        title={texts.download(file.name)}
      >
        {isPicture ? (
          <img src={address} alt="" loading="lazy" className={styles.picture} />
        ) : (
          <span className={styles.sign}>
            <Sign size={18} strokeWidth={1.5} aria-hidden />
          </span>
        )}
        <span className={styles.name}>{file.name}</span>
      </a>
      {item && (
        <button type="button" className={styles.quiet} onClick={() => peek.open(item.key)}>
          {texts.atItem(item.key)}
        </button>
      )}
      <span className={styles.soft}>{people.get(file.uploadedBy)?.name ?? texts.somebody}</span>
      <RelativeTime at={file.uploadedAt} className={styles.soft ?? ''} />
      <span className={styles.size}>{formatFileSize(file.sizeBytes)}</span>
      {canWrite && (
        <button
          type="button"
          className="plain-button"
          aria-label={texts.remove(file.name)}
          onClick={() => setAsks(true)}
        >
          <X size={14} aria-hidden />
        </button>
      )}
      <Modal opened={asks} onClose={() => setAsks(false)} title={texts.sureTitle(file.name)} size={400}>
        <p className={styles.soft}>{texts.sureText}</p>
        <div className={styles.sure}>
          <Button variant="default" onClick={() => setAsks(false)}>
            {texts.keep}
          </Button>
          <Button
            color="red"
            data-autofocus
            onClick={() => {
              setAsks(false)
              onRemove()
            }}
          >
            {texts.removeIt}
          </Button>
        </div>
      </Modal>
    </li>
  )
}

function signOf(mediaType: string) {
  if (mediaType.startsWith('image/')) return FileImage
  if (/spreadsheet|csv|excel/.test(mediaType)) return FileSpreadsheet
  if (/zip|compressed|tar/.test(mediaType)) return FileArchive
  return /pdf|text|document|word/.test(mediaType) ? FileText : Plain
}
