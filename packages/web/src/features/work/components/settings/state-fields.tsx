import { STATE_GROUPS, type WorkflowState } from '@millrace/core/work'
import { X } from 'lucide-react'
import { NumberInput, Select, StateShape, TextInput } from '../../../../ui/index.ts'
import { settingsTexts } from '../../texts-settings.ts'
import styles from './settings.module.css'

type Props = {
  readonly states: readonly WorkflowState[]
  readonly onChange: (states: readonly WorkflowState[]) => void
}

/** The states of a type in board order: name, group, limit. */
export function StateFields({ states, onChange }: Props) {
  const words = settingsTexts.types
  const change = (id: string, patch: Partial<WorkflowState>) =>
    onChange(states.map((state) => (state.id === id ? { ...state, ...patch } : state)))
  return (
    <>
      {states.map((state) => (
        <div key={state.id} className={styles.stateRow}>
          <TextInput
            aria-label={words.stateName}
            placeholder={words.stateName}
            leftSection={<StateShape group={state.group} />}
            value={state.name}
            required
            maxLength={60}
            onChange={(event) => change(state.id, { name: event.currentTarget.value })}
          />
          <Select
            aria-label={`${words.group}: ${state.name}`}
            allowDeselect={false}
            value={state.group}
            onChange={(value) =>
              change(state.id, { group: STATE_GROUPS.find((group) => group === value) ?? state.group })
            }
            data={STATE_GROUPS.map((group) => ({ value: group, label: words.groups[group] }))}
          />
          <NumberInput
            aria-label={`${words.limit}: ${state.name}`}
            title={words.limitHint}
            placeholder={words.limit}
            min={1}
            allowDecimal={false}
            hideControls
            value={state.wipLimit ?? ''}
            onChange={(value) => change(state.id, { wipLimit: typeof value === 'number' ? value : null })}
          />
          <button
            type="button"
            className="plain-button"
            aria-label={`${words.remove} ${state.name}`}
            disabled={states.length <= 2}
            onClick={() => onChange(states.filter(({ id }) => id !== state.id))}
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      ))}
    </>
  )
}
