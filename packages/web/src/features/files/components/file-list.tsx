import { Paperclip } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button, ErrorState, FileButton, Skeleton } from '../../../ui/index.ts'
import type { Files } from '../hooks/use-files.ts'
import { filesOf } from '../model/file-size.ts'
import { texts } from '../texts.ts'
import { FileLine } from './file-line.tsx'
import styles from './files.module.css'
import { UploadLine } from './upload-line.tsx'

type Props = {
  readonly files: Files
  readonly canWrite: boolean
  /** Says at which item each file is: for lists of several. */
  readonly showsItem: boolean
}

/** Files with what is on its way. New ones are dropped, pasted or chosen. */
export function FileList({ files, canWrite, showsItem }: Props) {
  const [isOver, setOver] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  usePaste(area, canWrite ? files.attach : null)
  if (files.files === undefined) {
    return files.error === null ? (
      <Skeleton rows={3} />
    ) : (
      <ErrorState title={texts.failed} error={files.error} onRetry={files.retry} />
    )
  }
  const isEmpty = files.files.length === 0 && files.uploads.length === 0
  const handleDrag = (event: DragEvent, over: boolean) => {
    if (!canWrite || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(over)
  }
  return (
    <div
      ref={area}
      className={styles.area}
      data-over={isOver || undefined}
      data-empty={isEmpty || undefined}
      onDragOver={(event) => handleDrag(event, true)}
      onDragLeave={(event) => handleDrag(event, false)}
      onDrop={(event) => {
        handleDrag(event, false)
        if (canWrite) files.attach(filesOf(event.dataTransfer, texts.pasted))
      }}
    >
      {isEmpty && <p className={styles.hint}>{canWrite ? texts.empty : texts.emptyReadOnly}</p>}
      <ul className={styles.list}>
        {files.uploads.map((upload) => (
          <UploadLine
            key={upload.id}
            upload={upload}
            onAgain={() => files.again(upload)}
            onGiveUp={() => files.giveUp(upload.id)}
          />
        ))}
        {files.files.map((file) => (
          <FileLine
            key={file.id}
            file={file}
            address={files.address(file)}
            canWrite={canWrite}
            showsItem={showsItem}
            onRemove={() => void files.remove(file)}
          />
        ))}
      </ul>
      <div className={styles.end}>
        {canWrite && (
          <FileButton multiple onChange={(chosen) => files.attach(chosen)}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                leftSection={<Paperclip size={14} aria-hidden />}
              >
                {texts.choose}
              </Button>
            )}
          </FileButton>
        )}
        {files.older && (
          <button type="button" className={styles.quiet} onClick={files.older}>
            {texts.more}
          </button>
        )}
      </div>
      {isOver && <div className={styles.veil}>{texts.drop}</div>}
    </div>
  )
}

/** Takes pasted pictures and files while the list is shown, unless somebody is typing elsewhere. */
function usePaste(
  area: React.RefObject<HTMLElement | null>,
  attach: ((files: readonly File[]) => void) | null,
): void {
  const latest = useRef(attach)
  useEffect(() => {
    latest.current = attach
  })
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData, texts.pasted)
      const isElsewhere =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (files.length === 0 || isElsewhere || !area.current || !latest.current) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', handlePaste)
    return () => document.removeEventListener('paste', handlePaste)
  }, [area])
}
