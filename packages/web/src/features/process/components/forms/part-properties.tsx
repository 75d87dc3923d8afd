import {
  FORM_FIELD_KINDS,
  type FormFault,
  type FormField,
  type FormPart,
  isFormField,
} from '@millrace/core/process'
import { Select, Textarea, TextInput } from '../../../../ui/index.ts'
import { asKind } from '../../model/forms/form-edit.ts'
import { sayFormProblem } from '../../model/forms/form-words.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FeelInput } from './feel-input.tsx'
import type { FieldProps } from './field-props.ts'
import styles from './forms.module.css'
import { LimitProperties } from './limit-properties.tsx'
import { RuleProperties } from './rule-properties.tsx'

type Props = {
  readonly part: FormPart
  readonly faults: readonly FormFault[]
  readonly onChange: (part: FormPart) => void
}

/** What a part says, property by property. */
export function PartProperties({ part, faults, onChange }: Props) {
  const errorOf = (property: string) => {
    const fault = faults.find((one) => one.property === property)
    return fault && sayFormProblem(fault)
  }
  if (!isFormField(part)) {
    return (
      <div className={styles.properties}>
        <Textarea
          label={texts.property.text}
          description="{{ … }}"
          value={part.text}
          error={errorOf('text')}
          autosize
          minRows={2}
          onChange={(event) => onChange({ ...part, text: event.currentTarget.value })}
        />
        <FeelInput
          label={texts.property.visibleWhen}
          value={part.visibleWhen ?? ''}
          error={errorOf('visibleWhen')}
          example={texts.feelExample.visibleWhen}
          onChange={(visibleWhen) => onChange({ ...part, visibleWhen })}
        />
      </div>
    )
  }
  const field = { field: part, errorOf, set: (patch: Partial<FormField>) => onChange({ ...part, ...patch }) }
  return (
    <div className={styles.properties}>
      <BasicProperties {...field} />
      <RuleProperties {...field} />
      <LimitProperties {...field} />
    </div>
  )
}

function BasicProperties({ field, errorOf, set }: FieldProps) {
  return (
    <>
      <TextInput
        label={texts.property.label}
        value={field.label}
        maxLength={300}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        label={texts.property.key}
        value={field.key}
        maxLength={100}
        error={errorOf('key')}
        className={styles.mono ?? ''}
        onChange={(event) => set({ key: event.currentTarget.value })}
      />
      <Select
        label={texts.kindLabel}
        allowDeselect={false}
        value={field.kind}
        data={FORM_FIELD_KINDS.map((kind) => ({ value: kind, label: texts.kind[kind] }))}
        onChange={(next) => {
          const kind = FORM_FIELD_KINDS.find((known) => known === next)
          if (kind) set(asKind(field, kind))
        }}
      />
      <Textarea
        label={texts.property.help}
        value={field.help ?? ''}
        maxLength={2000}
        autosize
        minRows={1}
        onChange={(event) => set({ help: event.currentTarget.value || null })}
      />
    </>
  )
}
