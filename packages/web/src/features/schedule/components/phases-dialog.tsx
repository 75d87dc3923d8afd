import type { PhaseView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Alert, Button, DayField, Modal, Select, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = {
  readonly phases: readonly PhaseView[]
  readonly containerId: string
  readonly isManager: boolean
  readonly onClose: () => void
}

const STATES = ['closed', 'current', 'next', 'later'] as const

/** The phases of a project in their order: dates for the near ones, ranges for those further off. */
export function PhasesDialog({ phases, containerId, isManager, onClose }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const handleAdd = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const outcome = await run(
      'schedule.addPhase',
      { id: newId(), containerId, name: name.trim() },
      { isSilent: true },
    )
    setRefused(outcome.ok ? null : outcome.refused)
    if (outcome.ok) setName('')
  }
  const change = async (id: string, patch: Input<'schedule.changePhase'>['patch']) => {
    const outcome = await run('schedule.changePhase', { id, patch }, { isSilent: true })
    setRefused(outcome.ok ? null : outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={texts.phases} size={760}>
      <div className={styles.phases}>
        <p className={styles.hint}>{texts.phasesHint}</p>
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        {phases.map((phase) => (
          <PhaseLine
            key={phase.id}
            phase={phase}
            isManager={isManager}
            onChange={(patch) => void change(phase.id, patch)}
          />
        ))}
        {isManager && (
          <form className={styles.addPhase} onSubmit={(event) => void handleAdd(event)}>
            <TextInput
              aria-label={texts.phaseName}
              placeholder={texts.phaseName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={name.trim() === ''}>
              {texts.addPhase}
            </Button>
          </form>
        )}
      </div>
    </Modal>
  )
}

type LineProps = {
  readonly phase: PhaseView
  readonly isManager: boolean
  readonly onChange: (patch: Input<'schedule.changePhase'>['patch']) => void
}

function PhaseLine({ phase, isManager, onChange }: LineProps) {
  const { organisation } = useDirectory()
  const [name, setName] = useState<string | null>(null)
  const settle = () => {
    const text = (name ?? phase.name).trim()
    if (text !== '' && text !== phase.name) onChange({ name: text })
    setName(null)
  }
  return (
    <fieldset className={styles.phaseLine} disabled={!isManager}>
      <TextInput
        label={texts.phaseName}
        value={name ?? phase.name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={settle}
      />
      <Select
        label={texts.phase.state}
        allowDeselect={false}
        data={STATES.map((state) => ({ value: state, label: texts.phaseState[state] }))}
        value={phase.state}
        onChange={(value) => {
          const state = STATES.find((known) => known === value)
          if (state) onChange({ state })
        }}
      />
      {(['startsOn', 'finishLowOn', 'finishHighOn'] as const).map((field) => (
        <DayField
          key={field}
          label={texts.phase[field]}
          value={phase[field]}
          weekStart={organisation.weekStart}
          onChange={(day) => onChange({ [field]: day })}
        />
      ))}
    </fieldset>
  )
}
