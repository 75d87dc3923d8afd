import type { PracticeView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../../platform/refused.ts'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { textsForm } from '../texts-form.ts'
import styles from './practice.module.css'
import { PracticeForm } from './practice-form.tsx'

type Props = { readonly practice: PracticeView }

/** What whoever keeps the catalogue does with a practice. */
export function PracticeActions({ practice }: Props) {
  const { run } = useCommands()
  const [open, setOpen] = useState<'form' | 'publish' | null>(null)
  const { id, name, archivedAt, isChanged } = practice
  const [archive, restore] = [
    callOf('practice.archivePractice', { id }),
    callOf('practice.restorePractice', { id }),
  ]
  if (archivedAt !== null) {
    return (
      <Button
        size="xs"
        onClick={() =>
          void run('practice.restorePractice', { id }, { undoLabel: texts.restored(name), back: [archive] })
        }
      >
        {texts.restore}
      </Button>
    )
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen('form')}>
        {texts.edit}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        onClick={() =>
          void run('practice.archivePractice', { id }, { undoLabel: texts.archived(name), back: [restore] })
        }
      >
        {texts.archive}
      </Button>
      {isChanged && (
        <Button size="xs" onClick={() => setOpen('publish')}>
          {texts.publish}
        </Button>
      )}
      {open === 'form' && <PracticeForm practice={practice} onClose={() => setOpen(null)} />}
      {open === 'publish' && <PublishDialog practice={practice} onClose={() => setOpen(null)} />}
    </>
  )
}

function PublishDialog({ practice, onClose }: Props & { readonly onClose: () => void }) {
  const { run } = useCommands()
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const { id, name, version } = practice
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run('practice.publishPractice', { id, note, version }, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={texts.publishTitle(name)}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <p className={styles.hint}>{texts.publishSentence}</p>
        <TextInput
          label={texts.note}
          maxLength={500}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button variant="default" onClick={onClose}>
            {textsForm.cancel}
          </Button>
          <Button type="submit">{texts.publish}</Button>
        </div>
      </form>
    </Modal>
  )
}
