import type { Field } from '../../../../platform/store/index.ts'
import { DayPicker } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { changeItem } from '../../model/moves.ts'
import { shared } from '../../model/what-of.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import type { EditorProps } from './editor-props.ts'
import styles from './editors.module.css'
import { OptionPicker } from './option-picker.tsx'
import { personOptions } from './options.tsx'

type Props = EditorProps & { readonly custom: Field }

/** A custom field that holds one of its choices, or a person. */
export function EditChoice({ items, lookup, onDone, custom }: Props) {
  const apply = useApplyCalls()
  const options =
    custom.kind === 'person'
      ? personOptions(lookup)
      : [...custom.options, { id: '', name: texts.group.noValue }].map(({ id, name }) => ({ id, name }))
  return (
    <OptionPicker
      label={textsEdit.pick.value}
      options={options}
      selected={shared(items, (item) => String(item.fields[custom.id] ?? ''))}
      onPick={(id) => {
        apply(items.map((item) => changeItem(item, { fields: { [custom.id]: id || null } })))
        onDone()
      }}
    />
  )
}

/** A custom field that holds a day. */
export function EditCustomDate({ items, lookup, onDone, custom }: Props) {
  const apply = useApplyCalls()
  return (
    <div className={styles.day}>
      <DayPicker
        label={custom.name}
        value={shared(items, (item) => String(item.fields[custom.id] ?? ''))[0] || null}
        weekStart={lookup.organisation.weekStart}
        onChange={(day) => {
          apply(items.map((item) => changeItem(item, { fields: { [custom.id]: day } })))
          onDone()
        }}
      />
    </div>
  )
}
