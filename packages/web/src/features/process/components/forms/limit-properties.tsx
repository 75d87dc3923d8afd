import { type FormField, isChoice } from '@millrace/core/process'
import { useState } from 'react'
import { NumberInput, Textarea, TextInput } from '../../../../ui/index.ts'
import { optionLines, optionsIn } from '../../model/forms/form-edit.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FeelInput } from './feel-input.tsx'
import type { FieldProps } from './field-props.ts'
import { FormControl } from './form-control.tsx'
import styles from './forms.module.css'

const NUMBERS: ReadonlySet<FormField['kind']> = new Set(['number', 'money'])
const TEXTS: ReadonlySet<FormField['kind']> = new Set(['text', 'longText', 'link'])
const TIMES = { date: 'date', time: 'time', dateTime: 'datetime-local' } as const

/** What a field takes and begins with. */
export function LimitProperties(props: FieldProps) {
  const { field, errorOf, set } = props
  return (
    <>
      {isChoice(field) && <OptionProperties {...props} />}
      {(NUMBERS.has(field.kind) || field.kind in TIMES) && (
        <div className={styles.pair}>
          <Limit property="min" {...props} />
          <Limit property="max" {...props} />
        </div>
      )}
      {NUMBERS.has(field.kind) && <Whole property="decimals" {...props} />}
      {TEXTS.has(field.kind) && (
        <>
          <div className={styles.pair}>
            <Whole property="minLength" {...props} />
            <Whole property="maxLength" {...props} />
          </div>
          <TextInput
            label={texts.property.pattern}
            value={field.pattern ?? ''}
            error={errorOf('pattern')}
            placeholder="[A-Z]{2}[0-9]{4}"
            className={styles.mono ?? ''}
            onChange={(event) => set({ pattern: event.currentTarget.value || null })}
          />
        </>
      )}
      {!field.computed && <Beginning {...props} />}
    </>
  )
}

function Limit({ property, field, errorOf, set }: FieldProps & { readonly property: 'min' | 'max' }) {
  const value = field[property]
  const label = texts.property[property]
  if (NUMBERS.has(field.kind)) {
    return (
      <NumberInput
        label={label}
        error={errorOf(property)}
        value={typeof value === 'number' ? value : ''}
        hideControls
        onChange={(next) => set({ [property]: typeof next === 'number' ? next : null })}
      />
    )
  }
  return (
    <TextInput
      label={label}
      type={TIMES[field.kind as keyof typeof TIMES]} // Only those come here.
      error={errorOf(property)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set({ [property]: event.currentTarget.value || null })}
    />
  )
}

function Whole({
  property,
  field,
  errorOf,
  set,
}: FieldProps & { readonly property: 'decimals' | 'minLength' | 'maxLength' }) {
  return (
    <NumberInput
      label={texts.property[property]}
      error={errorOf(property)}
      value={field[property] ?? ''}
      min={0}
      allowDecimal={false}
      hideControls
      onChange={(next) => set({ [property]: typeof next === 'number' ? next : null })}
    />
  )
}

function OptionProperties({ field, errorOf, set }: FieldProps) {
  // Kept as it is typed: an empty line on the way to the next option is no option yet.
  const [lines, setLines] = useState(() => optionLines(field.options))
  return (
    <>
      {!field.optionsFrom && (
        <Textarea
          label={texts.property.options}
          description={texts.optionsHint}
          error={errorOf('options')}
          value={lines}
          autosize
          minRows={3}
          onChange={(event) => {
            setLines(event.currentTarget.value)
            set({ options: optionsIn(event.currentTarget.value, field.options) })
          }}
        />
      )}
      <FeelInput
        label={texts.property.optionsFrom}
        value={field.optionsFrom ?? ''}
        error={errorOf('optionsFrom')}
        example={'["north", "south"]'}
        onChange={(optionsFrom) => set({ optionsFrom })}
      />
    </>
  )
}

/** The value to begin with is written as whoever fills the form in would. */
function Beginning({ field, errorOf, set }: FieldProps) {
  const shown = { ...field, label: texts.property.default, help: null }
  const part = {
    ...({ kind: 'field', field: shown, isVisible: true, isRequired: false, isFixed: false } as const),
    ...{ value: field.default ?? null, options: field.options ?? [], problem: null },
  }
  const isFixedChoice = !field.optionsFrom && !field.defaultFrom
  return (
    <>
      {isFixedChoice && field.kind !== 'file' && (
        <FormControl
          part={part}
          files={[]}
          isTold={false}
          onChange={(value) => set({ default: value ?? undefined })}
        />
      )}
      <FeelInput
        label={texts.property.defaultFrom}
        value={field.defaultFrom ?? ''}
        error={errorOf('defaultFrom')}
        onChange={(defaultFrom) => set({ defaultFrom })}
      />
    </>
  )
}
