import { ArrowUp, X } from 'lucide-react'
import { ActionIcon, Button, Textarea, TextInput } from '../../../ui/index.ts'
import { freshState, type StateDraft } from '../model/artifact-type-draft.ts'
import { textsForm as words } from '../texts-form.ts'
import styles from './practice.module.css'

type States = readonly StateDraft[]
type Props = { readonly states: States; readonly onChange: (states: States) => void }

/** The states of a type in their order, each with the questions that have to be answered by yes. */
export function StateRows({ states, onChange }: Props) {
  const set = (at: number, part: Partial<StateDraft>) =>
    onChange(states.map((state, index) => (index === at ? { ...state, ...part } : state)))
  const raise = (at: number) => {
    const [state, before] = [states[at], states[at - 1]]
    if (state && before) onChange([...states.slice(0, at - 1), state, before, ...states.slice(at + 1)])
  }
  return (
    <fieldset className={styles.fields}>
      <legend>{words.states}</legend>
      {states.map((state, index) => (
        <div key={state.id} className={styles.row}>
          <TextInput
            aria-label={words.state(index + 1)}
            placeholder={words.state(index + 1)}
            maxLength={200}
            value={state.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <Textarea
            aria-label={`${words.state(index + 1)}: ${words.checkpoints}`}
            placeholder={words.checkpoints}
            autosize
            minRows={1}
            maxRows={6}
            value={state.checkpoints}
            onChange={(event) => set(index, { checkpoints: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.raiseState(index + 1)}
            disabled={index === 0}
            onClick={() => raise(index)}
          >
            <ArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.removeState(index + 1)}
            onClick={() => onChange(states.filter(({ id }) => id !== state.id))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button size="compact-xs" variant="default" onClick={() => onChange([...states, freshState()])}>
          {words.addState}
        </Button>
      </span>
    </fieldset>
  )
}
