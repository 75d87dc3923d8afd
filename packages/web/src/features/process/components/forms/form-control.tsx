import { type FilledField, type FormFieldKind, type FormValue, isChoice } from '@millrace/core/process'
import { currencyDigits } from '../../../../platform/currency-digits.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { DayField, NumberInput, Radio, Select, Textarea, TextInput } from '../../../../ui/index.ts'
import { sayFormProblem } from '../../model/forms/form-words.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { ChoiceControl } from './choice-control.tsx'
import type { ControlFrame, ControlProps, FileChoice } from './control-props.ts'
import styles from './form-fields.module.css'

type Props = {
  readonly part: FilledField
  readonly files: readonly FileChoice[]
  readonly isTold: boolean
  readonly onChange: (value: FormValue) => void
}

/** The control of a field by its kind. */
export function FormControl({ part, files, isTold, onChange }: Props) {
  const frame = frameOf(part, isTold)
  const { kind } = part.field
  if (isChoice(part.field)) return <ChoiceControl part={part} frame={frame} onChange={onChange} />
  if (kind === 'number' || kind === 'money') return <NumberControl {...{ part, frame, onChange }} />
  if (kind === 'yesNo') return <YesNoControl {...{ part, frame, onChange }} />
  if (kind === 'date') return <DateControl {...{ part, frame, onChange }} />
  if (kind === 'person' || kind === 'file') return <IdControl {...{ part, frame, files, onChange }} />
  return <TextControl {...{ part, frame, onChange }} />
}

function frameOf({ field, isRequired, problem }: FilledField, isTold: boolean): ControlFrame {
  return {
    label: field.label,
    ...(field.help ? { description: field.help } : {}),
    ...(problem && isTold ? { error: sayFormProblem(problem) } : {}),
    withAsterisk: isRequired,
    'aria-required': isRequired,
  }
}

const INPUT_TYPES: Partial<Record<FormFieldKind, string>> = {
  time: 'time',
  dateTime: 'datetime-local',
  link: 'url',
}

function TextControl({ part: { field, value }, frame, onChange }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  if (field.kind === 'longText') {
    return (
      <Textarea
        {...frame}
        value={text}
        autosize
        minRows={3}
        maxRows={12}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    )
  }
  return (
    <TextInput
      {...frame}
      type={INPUT_TYPES[field.kind] ?? 'text'}
      {...(field.kind === 'link' ? { placeholder: 'https://' } : {})}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}

function NumberControl({ part: { field, value }, frame, onChange }: ControlProps) {
  const { organisation } = useDirectory()
  const isMoney = field.kind === 'money'
  const decimals = field.decimals ?? (isMoney ? currencyDigits(organisation.currency) : null)
  return (
    <NumberInput
      {...frame}
      value={typeof value === 'number' ? value : ''}
      hideControls
      {...(decimals === null ? {} : { decimalScale: decimals })}
      {...(isMoney ? { suffix: ` ${organisation.currency}` } : {})}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  )
}

function YesNoControl({ part: { value }, frame, onChange }: ControlProps) {
  return (
    <Radio.Group
      {...frame}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={(next) => onChange(next === 'yes')}
    >
      <div className={styles.across}>
        <Radio value="yes" label={texts.yes} />
        <Radio value="no" label={texts.no} />
      </div>
    </Radio.Group>
  )
}

function DateControl({ part: { value }, frame, onChange }: ControlProps) {
  const { organisation } = useDirectory()
  const { label, description, error, withAsterisk } = frame
  return (
    <DayField
      label={label}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error })}
      isRequired={withAsterisk}
      value={typeof value === 'string' ? value : null}
      weekStart={organisation.weekStart}
      onChange={onChange}
    />
  )
}

function IdControl({
  part: { field, value },
  frame,
  files,
  onChange,
}: ControlProps & { readonly files: readonly FileChoice[] }) {
  const { people } = useDirectory()
  const isPerson = field.kind === 'person'
  const choices = isPerson ? [...people.values()].filter((person) => person.status !== 'inactive') : files
  const description = isPerson || files.length > 0 ? frame.description : texts.noFiles
  return (
    <Select
      {...frame}
      {...(description === undefined ? {} : { description })}
      placeholder={texts.choose}
      searchable
      clearable
      value={typeof value === 'string' ? value : null}
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}
