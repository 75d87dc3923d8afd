import type { GateView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, DayField, Select, Textarea, TextInput } from '../../../../ui/index.ts'
import type { GatePlan } from '../../hooks/use-phases.ts'
import { readCriteria } from '../../model/gates.ts'
import { textsGates as words } from '../../texts-gates.ts'
import styles from './phases.module.css'

type Props = {
  /** Null: a new one. */
  readonly gate: GateView | null
  readonly onSave: (gate: GatePlan) => Promise<boolean>
  readonly onDone: () => void
}

/** What a gate is called, when and by whom it is decided, and what must be true to pass. */
export function GateForm({ gate, onSave, onDone }: Props) {
  const { organisation, people } = useDirectory()
  const [name, setName] = useState(gate?.name ?? '')
  const [dueOn, setDueOn] = useState(gate?.dueOn ?? null)
  const [deciderId, setDeciderId] = useState(gate?.deciderId ?? null)
  const [criteria, setCriteria] = useState(gate?.criteria.map(({ text }) => text).join('\n') ?? '')
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const kept = readCriteria(criteria, gate?.criteria ?? [], newId)
    if (await onSave({ name: name.trim(), dueOn, deciderId, criteria: [...kept] })) onDone()
  }
  return (
    <form className={styles.gateForm} onSubmit={(event) => void handleSubmit(event)}>
      <TextInput
        label={words.name}
        placeholder={words.nameHint}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <DayField label={words.dueOn} value={dueOn} weekStart={organisation.weekStart} onChange={setDueOn} />
      <Select
        label={words.decider}
        placeholder={words.manager}
        searchable
        clearable
        data={[...people.values()].map((person) => ({ value: person.id, label: person.name }))}
        value={deciderId}
        onChange={setDeciderId}
      />
      <Textarea
        className={styles.wide ?? ''}
        label={words.criteria}
        placeholder={words.criteriaHint}
        autosize
        minRows={3}
        value={criteria}
        onChange={(event) => setCriteria(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button size="xs" type="submit" disabled={name.trim() === ''}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
