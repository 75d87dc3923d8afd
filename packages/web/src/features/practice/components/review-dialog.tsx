import type { AdoptionView } from '@millrace/contract'
import { METHODS_AREA } from '@millrace/core/practice'
import { type FormEvent, useState } from 'react'
import { createDialog } from '../../../platform/dialogs.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Team, useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, Textarea } from '../../../ui/index.ts'
import { textsUnits as texts } from '../texts-units.ts'
import { AdoptionHistory } from './adoption-history.tsx'
import styles from './practice.module.css'

type Props = {
  readonly adoption: AdoptionView
  readonly team: Team
  readonly name: string
  readonly onClose: () => void
}

/** A look at whether a practice still serves a unit; or an item, so that somebody takes that look. */
export function ReviewDialog({ adoption, team, name, onClose }: Props) {
  const { run } = useCommands()
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await run('practice.reviewAdoption', { id: adoption.id, note }, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const handleItem = () => {
    onClose()
    createDialog.openFor({ title: texts.itemTitle(name, team.name), area: METHODS_AREA })
  }
  return (
    <Modal opened onClose={onClose} title={texts.reviewFor(name)} size={560}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <Textarea
          label={texts.reviewNote}
          autosize
          minRows={2}
          maxLength={2000}
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
          <Button variant="default" onClick={handleItem}>
            {texts.makeItem}
          </Button>
          <Button type="submit" disabled={note.trim() === ''}>
            {texts.save}
          </Button>
        </div>
      </form>
      <AdoptionHistory id={adoption.id} />
    </Modal>
  )
}
