import type { PhaseView, PlanRowView } from '@millrace/contract'
import { useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, DayField, MultiSelect, Select, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = {
  readonly phase: PhaseView
  /** The outermost work of the plan. */
  readonly rows: readonly PlanRowView[]
  readonly isManager: boolean
  /** Whether the wave can roll on to this phase; null: it is none of the later ones, or there is no wave. */
  readonly promotion: 'now' | 'not-yet' | null
  readonly onChange: (patch: Input<'schedule.changePhase'>['patch']) => void
  readonly onPromote: () => void
  readonly onPlace: (itemId: string, phaseId: string | null) => void
}

const STATES = ['closed', 'current', 'next', 'later'] as const

/** A phase in which everything about it can be changed. */
export function PhaseLine({ phase, rows, isManager, promotion, onChange, onPromote, onPlace }: Props) {
  const { organisation } = useDirectory()
  const [name, setName] = useState<string | null>(null)
  const settle = () => {
    const text = (name ?? phase.name).trim()
    if (text !== '' && text !== phase.name) onChange({ name: text })
    setName(null)
  }
  const placed = rows.filter((row) => row.phaseId === phase.id).map((row) => row.itemId)
  const handlePlace = (chosen: readonly string[]) => {
    for (const id of chosen) if (!placed.includes(id)) onPlace(id, phase.id)
    for (const id of placed) if (!chosen.includes(id)) onPlace(id, null)
  }
  return (
    <fieldset className={styles.phaseLine} disabled={!isManager} aria-label={phase.name}>
      <TextInput
        label={texts.phaseName}
        value={name ?? phase.name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={settle}
      />
      <Select
        label={texts.phase.state}
        allowDeselect={false}
        disabled={promotion !== null}
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
      <MultiSelect
        className={styles.phaseWork}
        label={texts.phaseWork}
        placeholder={placed.length === 0 ? texts.phaseWorkHint : ''}
        searchable
        hidePickedOptions
        data={rows.map((row) => ({ value: row.itemId, label: `${row.wbs} ${row.title}` }))}
        value={placed}
        onChange={handlePlace}
      />
      {isManager && promotion === 'now' && (
        <Button className={styles.phasePromote} variant="default" onClick={onPromote}>
          {texts.promote}
        </Button>
      )}
    </fieldset>
  )
}
