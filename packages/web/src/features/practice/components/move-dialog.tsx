import type { AdoptionView } from '@millrace/contract'
import { ADOPTION_CHECKS, ADOPTION_STATES, type AdoptionState } from '@millrace/core/practice'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, Select, Textarea } from '../../../ui/index.ts'
import { textsUnits as texts } from '../texts-units.ts'
import { AdoptionHistory } from './adoption-history.tsx'
import styles from './practice.module.css'

type Props = {
  readonly adoption: AdoptionView
  readonly name: string
  readonly onClose: () => void
}

/** Another state for a practice in a unit, with an answer to each of its questions. */
export function MoveDialog({ adoption, name, onClose }: Props) {
  const { run } = useCommands()
  const [to, setTo] = useState<AdoptionState>(() => nextOf(adoption.state))
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const [refused, setRefused] = useState<Refused | null>(null)
  const checks: readonly (keyof typeof texts.check)[] = ADOPTION_CHECKS[to]
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const evidence = checks.map((check) => ({ check, note: notes[check] ?? '' }))
    const outcome = await run('practice.moveAdoption', { id: adoption.id, to, evidence }, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={texts.moveFor(name)} size={560}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <Select
          label={texts.toState}
          allowDeselect={false}
          value={to}
          data={ADOPTION_STATES.filter((state) => state !== adoption.state).map((value) => ({
            value,
            label: texts.state[value],
          }))}
          onChange={(value) => setTo(ADOPTION_STATES.find((state) => state === value) ?? to)}
        />
        <p className={styles.soft}>{texts.questionHint}</p>
        {checks.map((check) => (
          <Textarea
            key={check}
            label={texts.check[check]}
            autosize
            maxLength={2000}
            value={notes[check] ?? ''}
            onChange={(event) => setNotes({ ...notes, [check]: event.currentTarget.value })}
          />
        ))}
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button type="submit">{texts.save}</Button>
        </div>
      </form>
      <AdoptionHistory id={adoption.id} />
    </Modal>
  )
}

function nextOf(state: AdoptionState | null): AdoptionState {
  if (state === null || state === 'retired') return 'principlesEstablished'
  return ADOPTION_STATES[ADOPTION_STATES.indexOf(state) + 1] ?? 'retired'
}
