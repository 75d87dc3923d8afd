import type { ProcessFinding } from '@millrace/core/process'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, notifications, Textarea } from '../../../../ui/index.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import { FindingsList } from './findings-list.tsx'
import styles from './model.module.css'

type Props = {
  readonly containerId: string
  readonly xml: string
  readonly findings: readonly ProcessFinding[]
  readonly nameOf: (id: string) => string
  /** Waits until the draft is kept. */
  readonly settle: () => Promise<boolean>
  readonly onClose: () => void
  readonly onPublished: () => void
}

/** Publishes a model, with what is new in it and what stands out. */
export function PublishDialog({ containerId, xml, findings, nameOf, settle, onClose, onPublished }: Props) {
  const { run } = useCommands()
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const serious = findings.filter(({ weight }) => weight !== 'hint')
  const errors = findings.filter(({ weight }) => weight === 'error').length
  const publish = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await settle()
    const outcome = await run(
      'process.publishModel',
      { containerId, xml, note: note.trim() },
      { isSilent: true },
    )
    setBusy(false)
    if (!outcome.ok) return setRefused(outcome.refused)
    notifications.show({ message: texts.published(outcome.output.number ?? 1) })
    onPublished()
  }
  return (
    <Modal opened onClose={onClose} title={texts.publishTitle} size={560}>
      <form className={styles.properties} onSubmit={(event) => void publish(event)}>
        <p className={styles.soft}>{texts.publishWhat}</p>
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        {errors > 0 && <Alert color="orange" title={texts.publishErrors(errors)} />}
        {serious.length > 0 && (
          <FindingsList findings={serious} nameOf={nameOf} current={null} onChoose={onClose} />
        )}
        <Textarea
          label={texts.publishNote}
          value={note}
          maxLength={1000}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.sideHead}>
          <Button type="submit" loading={isBusy}>
            {texts.publish}
          </Button>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
