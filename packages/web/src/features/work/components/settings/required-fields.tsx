import type { Requirements, WorkflowState } from '@millrace/core/work'
import { isComputed, REQUIRABLE } from '@millrace/core/work'
import { useDirectory } from '../../../../platform/store/index.ts'
import { MultiSelect } from '../../../../ui/index.ts'
import { settingsTexts } from '../../texts-settings.ts'
import styles from './settings.module.css'

type Props = {
  readonly states: readonly WorkflowState[]
  readonly required: Requirements
  readonly onChange: (required: Requirements) => void
}

/** Which fields have to be filled in before an item enters a state. */
export function RequiredFields({ states, required, onChange }: Props) {
  const { fields } = useDirectory()
  const words = settingsTexts.types
  const own = [...fields.values()].filter((field) => field.archivedAt === null && !isComputed(field))
  const data = [
    {
      group: settingsTexts.fields.everyItem,
      items: REQUIRABLE.map((value) => ({ value, label: words.requirable[value] })),
    },
    {
      group: settingsTexts.fields.ownFields,
      items: own.map(({ key, name }) => ({ value: `field:${key}`, label: name })),
    },
  ]
  return (
    <fieldset className={styles.required}>
      <legend>{words.required}</legend>
      <p className={styles.soft}>{words.requiredHint}</p>
      {states.map(({ id, name }) => (
        <MultiSelect
          key={id}
          label={name === '' ? words.stateName : name}
          data={data}
          value={[...(required[id] ?? [])]}
          searchable
          clearable
          placeholder={(required[id] ?? []).length === 0 ? words.nothingRequired : ''}
          onChange={(names) => onChange({ ...required, [id]: names })}
        />
      ))}
    </fieldset>
  )
}
