import { SegmentedControl, TextInput } from '../../../../ui/index.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FeelInput } from './feel-input.tsx'
import type { FieldProps } from './field-props.ts'
import styles from './forms.module.css'

const SWITCHES = ['no', 'always', 'when'] as const

/** What a field depends on. */
export function RuleProperties({ field, errorOf, set }: FieldProps) {
  const feel = (property: 'visibleWhen' | 'computed' | 'check', example?: string) => (
    <FeelInput
      label={texts.property[property]}
      value={field[property] ?? ''}
      error={errorOf(property)}
      {...(example === undefined ? {} : { example })}
      onChange={(text) => set({ [property]: text })}
    />
  )
  return (
    <>
      <SwitchProperty property="required" {...{ field, errorOf, set }} />
      <SwitchProperty property="readOnly" {...{ field, errorOf, set }} />
      {feel('visibleWhen', texts.feelExample.visibleWhen)}
      {feel('computed', texts.feelExample.computed)}
      {feel('check', texts.feelExample.check)}
      {field.check && (
        <TextInput
          label={texts.property.checkMessage}
          value={field.checkMessage ?? ''}
          maxLength={300}
          onChange={(event) => set({ checkMessage: event.currentTarget.value || null })}
        />
      )}
    </>
  )
}

function SwitchProperty({
  property,
  field,
  errorOf,
  set,
}: FieldProps & { readonly property: 'required' | 'readOnly' }) {
  const value = field[property]
  const chosen = typeof value === 'string' ? 'when' : value === true ? 'always' : 'no'
  const name = texts.property[property]
  return (
    <fieldset className={styles.switch}>
      <legend>{name}</legend>
      <SegmentedControl
        aria-label={name}
        size="xs"
        fullWidth
        value={chosen}
        data={SWITCHES.map((one) => ({ value: one, label: texts.switch[one] }))}
        onChange={(next) => set({ [property]: next === 'when' ? '' : next === 'always' })}
      />
      {typeof value === 'string' && (
        <FeelInput
          label={texts.switchWhen(name)}
          value={value}
          error={errorOf(property)}
          example={texts.feelExample.visibleWhen}
          onChange={(text) => set({ [property]: text ?? '' })}
        />
      )}
    </fieldset>
  )
}
