import type { PracticeView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, Textarea } from '../../../ui/index.ts'
import { draftOf, inputOf, type PracticeDraft, saidBy } from '../model/practice-draft.ts'
import { texts } from '../texts.ts'
import { textsForm as words } from '../texts-form.ts'
import { AttachmentField } from './attachment-field.tsx'
import { NormFields } from './norm-fields.tsx'
import styles from './practice.module.css'
import { RoleRows } from './role-rows.tsx'
import { BasicFields, TiesFields } from './said-fields.tsx'

type Props = {
  readonly practice: PracticeView | null
  /** What a new one is called to begin with. */
  readonly name?: string
  /** Where a new one belongs to begin with. */
  readonly area?: PracticeDraft['areas'][number]
  readonly onClose: () => void
}

/** Everything that is said of a practice. */
export function PracticeForm({ practice, name = '', area = '2.2', onClose }: Props) {
  const { run } = useCommands()
  const [id] = useState(() => practice?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(practice, { name, area }))
  const [refused, setRefused] = useState<Refused | null>(null)
  const said = saidBy(draft)
  const change = (part: Partial<PracticeDraft>) => setDraft({ ...draft, ...part })
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (said === null) return
    const back = practice
      ? [callOf('practice.savePractice', inputOf(practice))]
      : [callOf('practice.archivePractice', { id })]
    const outcome = await run(
      'practice.savePractice',
      { ...said, id, ...(practice ? { version: practice.version } : {}) },
      { isSilent: true, undoLabel: texts.saved(said.name), back },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={practice ? words.change(practice.name) : words.add} size={720}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <BasicFields draft={draft} onChange={change} />
        <RoleRows roles={draft.roles} onChange={(roles) => change({ roles })} />
        <TiesFields id={id} draft={draft} onChange={change} />
        <Textarea
          label={words.body}
          description={words.bodyHint}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={200_000}
          value={draft.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <Textarea
          label={words.checklist}
          autosize
          minRows={2}
          maxRows={10}
          value={draft.checklist}
          onChange={(event) => change({ checklist: event.currentTarget.value })}
        />
        <AttachmentField value={draft.attachment} onChange={(attachment) => change({ attachment })} />
        <NormFields draft={draft} onChange={change} />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={said === null}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
