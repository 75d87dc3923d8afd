import type { ModelView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { call } from '../../../../platform/api.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands, useStore } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, notifications, Textarea } from '../../../../ui/index.ts'
import { versionTexts as texts } from '../../texts-versions.ts'
import styles from './versions.module.css'

type Props = {
  readonly containerId: string
  readonly version: ModelView
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Publishes the draft, or an earlier version once more. */
export function PublishVersion({ containerId, version: { number }, onClose, onDone }: Props) {
  const { run } = useCommands()
  const { organisationId } = useStore()
  const [note, setNote] = useState(number === null ? '' : texts.backNote(number))
  const [refused, setRefused] = useState<Refused | null>(null)
  const publish = async (event: FormEvent) => {
    event.preventDefault()
    const which = number ?? 'draft'
    const { model } = await call('process.getModel', { containerId, which }, { organisationId })
    const input = { containerId, note: note.trim(), ...(model ? { xml: model.xml } : {}) }
    const outcome = await run('process.publishModel', input, { isSilent: true })
    if (!outcome.ok) return setRefused(outcome.refused)
    notifications.show({ message: texts.backDone(outcome.output.number ?? 1) })
    onDone()
  }
  return (
    <Modal opened onClose={onClose} title={number === null ? texts.publish : texts.backSure(number)}>
      <form className={styles.form} onSubmit={(event) => void publish(event)}>
        <p>{texts.backWhat}</p>
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
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
        <div className={styles.actions}>
          <Button type="submit">{texts.publishDo}</Button>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
