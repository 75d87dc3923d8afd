import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { paths, useGo, useSlug } from '../../../platform/navigation.ts'
import { explain } from '../../../platform/refused.ts'
import { useStore } from '../../../platform/store/index.ts'
import { uploadFile } from '../../../platform/upload.ts'
import { Alert, Button, FileButton, Progress } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Sending = { readonly name: string; readonly share: number }

/** Takes a file to import, by drop or choice, and goes to the run it begins. */
export function UploadZone() {
  const slug = useSlug()
  const go = useGo()
  const { organisationId } = useStore()
  const [isOver, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async (file: File) => {
    setProblem(null)
    setSending({ name: file.name, share: 0 })
    try {
      const answer = await uploadFile('/imports', file, {
        organisationId,
        onProgress: (share) => setSending({ name: file.name, share }),
      })
      const id = idOf(answer)
      if (id !== null) go(paths.importRun(slug, id))
    } catch (error) {
      setProblem(error)
    }
    setSending(null)
  }
  const handleDrag = (event: DragEvent, over: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(over)
  }
  const why = problem === null ? null : explain(problem)
  return (
    <section
      className={styles.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => handleDrag(event, true)}
      onDragLeave={(event) => handleDrag(event, false)}
      onDrop={(event) => {
        handleDrag(event, false)
        const [file] = event.dataTransfer.files
        if (file) void send(file)
      }}
    >
      <FileUp size={22} strokeWidth={1.5} aria-hidden className={styles.zoneSign} />
      <h2>{isOver ? texts.drop : texts.dropTitle}</h2>
      <p className={styles.soft}>{texts.dropSentence}</p>
      {sending ? (
        <div className={styles.sending}>
          <span>{texts.reading(sending.name)}</span>
          <Progress value={sending.share * 100} size={4} aria-label={texts.reading(sending.name)} />
        </div>
      ) : (
        <FileButton
          accept=".xlsx,.csv,.tsv,.txt,.xml,.xer,.json,.jsonl,.boardarchive,.zip"
          onChange={(file) => file && void send(file)}
        >
          {(props) => <Button {...props}>{texts.choose}</Button>}
        </FileButton>
      )}
      {why && (
        <Alert color="red" title={texts.uploadFailed}>
          {why.sentence} {why.remedy}
        </Alert>
      )}
    </section>
  )
}

function idOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) return null
  return typeof answer.id === 'string' ? answer.id : null
}
