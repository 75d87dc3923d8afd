import type { StepView } from '@millrace/contract'
import { ArrowDown, ArrowUp, ChevronRight, X } from 'lucide-react'
import { useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { ActionIcon, Select, TextInput } from '../../../ui/index.ts'
import { readMinutes, writeMinutes } from '../model/clock-span.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'

type Patch = Input<'process.changeStep'>['patch']

type Props = {
  readonly step: StepView
  readonly number: number
  readonly onChange: (patch: Patch) => void
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onRemove: () => void
}

/** A step as a line of its form; what it asks for unfolds below. */
export function StepLine({ step, number, onChange, onUp, onDown, onRemove }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className={styles.stepLine}>
      <div className={styles.stepLineHead}>
        <span className={styles.stepNumber}>{number}</span>
        <SettledInput
          label={texts.stepName}
          hidesLabel
          value={step.name}
          onSave={(name) => {
            if (name !== '') onChange({ name })
          }}
        />
        <ActionIcon
          aria-label={texts.more_about(step.name)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden className={isOpen ? styles.turned : ''} />
        </ActionIcon>
        <ActionIcon aria-label={texts.up(step.name)} disabled={onUp === null} onClick={() => onUp?.()}>
          <ArrowUp size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.down(step.name)} disabled={onDown === null} onClick={() => onDown?.()}>
          <ArrowDown size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={texts.remove(step.name)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      </div>
      {isOpen && <StepDetails step={step} onChange={onChange} />}
    </li>
  )
}

type DetailsProps = { readonly step: StepView; readonly onChange: (patch: Patch) => void }

function StepDetails({ step, onChange }: DetailsProps) {
  const { people, teams } = useDirectory()
  const named = (each: { readonly id: string; readonly name: string }) => ({
    value: each.id,
    label: each.name,
  })
  const choices = {
    responsibleId: [...people.values()].filter((person) => person.status !== 'inactive').map(named),
    teamId: [...teams.values()].filter((team) => team.archivedAt === null).map(named),
  }
  return (
    <div className={styles.stepDetails}>
      {(['responsibleId', 'teamId'] as const).map((field) => (
        <Select
          key={field}
          label={texts.field[field]}
          data={choices[field]}
          value={step[field]}
          searchable
          clearable
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {(['expectedMin', 'effortMin'] as const).map((field) => (
        <SettledInput
          key={field}
          label={texts.field[field]}
          placeholder={field === 'expectedMin' ? texts.expectedHint : texts.effortHint}
          value={writeMinutes(step[field])}
          isFitting={(text) => readMinutes(text) !== undefined}
          onSave={(text) => onChange({ [field]: readMinutes(text) ?? null })}
        />
      ))}
      {(['role', 'practice', 'artifact'] as const).map((field) => (
        <SettledInput
          key={field}
          label={texts.field[field]}
          value={step[field] ?? ''}
          onSave={(text) => onChange({ [field]: text === '' ? null : text })}
        />
      ))}
    </div>
  )
}

type InputProps = {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly placeholder?: string
  readonly value: string
  readonly isFitting?: (text: string) => boolean
  readonly onSave: (text: string) => void
}

/** A field that saves when it is left; what does not fit is marked and not saved. */
function SettledInput({ label, hidesLabel = false, placeholder = '', value, isFitting, onSave }: InputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && isFitting !== undefined && !isFitting(draft)
  return (
    <TextInput
      {...(hidesLabel ? { 'aria-label': label } : { label })}
      placeholder={placeholder}
      value={draft ?? value}
      error={isWrong}
      className={styles.grows ?? ''}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && draft.trim() !== value && !isWrong) onSave(draft.trim())
        if (!isWrong) setDraft(null)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
