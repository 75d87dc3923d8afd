import { isComputed, type Priority, type TypeDefaults } from '@millrace/core/work'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import {
  formatEffort,
  MultiSelect,
  NumberInput,
  PRIORITY_NAMES,
  readEffort,
  Select,
  Textarea,
  TextInput,
} from '../../../../ui/index.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { FieldInput } from './field-input.tsx'
import styles from './settings.module.css'
import { TypeNorm } from './type-norm.tsx'

type Props = {
  readonly defaults: TypeDefaults
  readonly onChange: (defaults: TypeDefaults) => void
}

/** What a new item of a type begins with where nobody says otherwise. */
export function TypeBeginning({ defaults, onChange }: Props) {
  const words = settingsTexts.types
  const { people, labels, fields } = useDirectory()
  const [effort, setEffort] = useState(
    defaults.effortMin === undefined ? '' : formatEffort(defaults.effortMin),
  )
  const set = (patch: TypeDefaults) => onChange({ ...defaults, ...patch })
  const own = [...fields.values()].filter((field) => field.archivedAt === null && !isComputed(field))
  const keepEffort = () => {
    const read = readEffort(effort)
    set({ effortMin: read })
    setEffort(read === undefined ? '' : formatEffort(read))
  }
  return (
    <>
      <p className={styles.soft}>{words.beginningHint}</p>
      <Textarea
        label={words.requirable.description}
        autosize
        minRows={3}
        maxRows={10}
        value={defaults.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value || undefined })}
      />
      <Select
        label={words.requirable.responsibleId}
        clearable
        searchable
        value={defaults.responsibleId ?? null}
        data={[
          { value: 'maker', label: words.maker },
          ...[...people.values()]
            .filter(({ status }) => status === 'active')
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => set({ responsibleId: id ?? undefined })}
      />
      <Select
        label={words.priority}
        clearable
        value={defaults.priority === undefined ? null : String(defaults.priority)}
        data={PRIORITY_NAMES.map((name, priority) => ({ value: String(priority), label: name }))}
        onChange={(value) => set({ priority: priorityOf(value) })}
      />
      <MultiSelect
        label={words.labels}
        clearable
        searchable
        value={[...(defaults.labelIds ?? [])]}
        data={[...labels.values()]
          .filter(({ archivedAt }) => archivedAt === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(ids) => set({ labelIds: ids })}
      />
      <NumberInput
        label={words.dueInDays}
        min={0}
        max={3650}
        allowDecimal={false}
        value={defaults.dueInDays ?? ''}
        onChange={(value) => set({ dueInDays: typeof value === 'number' ? value : undefined })}
      />
      <TextInput
        label={words.requirable.effortMin}
        placeholder="4h"
        value={effort}
        onChange={(event) => setEffort(event.currentTarget.value)}
        onBlur={keepEffort}
      />
      <TypeNorm defaults={defaults} onChange={onChange} />
      {own.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={defaults.fields?.[field.id]}
          onChange={(value) => {
            const { [field.id]: _before, ...rest } = defaults.fields ?? {}
            set({ fields: value === undefined ? rest : { ...rest, [field.id]: value } })
          }}
        />
      ))}
    </>
  )
}

const PRIORITIES: readonly Priority[] = [0, 1, 2, 3, 4]

function priorityOf(value: string | null): Priority | undefined {
  return value === null ? undefined : PRIORITIES.find((priority) => String(priority) === value)
}
