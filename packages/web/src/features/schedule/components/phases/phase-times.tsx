import type { PhaseView } from '@millrace/contract'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { DayField, Select, TextInput } from '../../../../ui/index.ts'
import type { PhasePatch } from '../../hooks/use-phases.ts'
import { texts } from '../../texts.ts'
import styles from './phases.module.css'

type Props = {
  readonly phase: PhaseView
  /** A later phase of a plan in waves opens by promotion only. */
  readonly isHeldByWave: boolean
  readonly onChange: (patch: PhasePatch) => void
}

const STATES = ['closed', 'current', 'next', 'later'] as const

/** What a phase is called, where the project is in it, and from when to when it lasts. */
export function PhaseTimes({ phase, isHeldByWave, onChange }: Props) {
  const { organisation } = useDirectory()
  const [name, setName] = useState<string | null>(null)
  const settle = () => {
    const text = (name ?? phase.name).trim()
    if (text !== '' && text !== phase.name) onChange({ name: text })
    setName(null)
  }
  return (
    <div className={styles.times}>
      <TextInput
        label={texts.phaseName}
        value={name ?? phase.name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={settle}
      />
      <Select
        label={texts.phase.state}
        allowDeselect={false}
        disabled={isHeldByWave}
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
    </div>
  )
}
