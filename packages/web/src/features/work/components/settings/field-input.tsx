import type { FieldValue } from '@millrace/core/work'
import { currencyDigits } from '../../../../platform/currency-digits.ts'
import { type Field, useDirectory } from '../../../../platform/store/index.ts'
import { NumberInput, Select, TextInput } from '../../../../ui/index.ts'

type Props = {
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly onChange: (value: FieldValue | undefined) => void
}

/** A value of an own field, in a form. */
export function FieldInput({ field, value, onChange }: Props) {
  const { people, organisation } = useDirectory()
  const { name: label, kind } = field
  if (kind === 'number' || kind === 'money') {
    const digits = kind === 'money' ? currencyDigits(organisation.currency) : 0
    const unit = 10 ** digits
    return (
      <NumberInput
        label={label}
        {...(kind === 'money' ? { decimalScale: digits, suffix: ` ${organisation.currency}` } : {})}
        value={typeof value === 'number' ? value / unit : ''}
        onChange={(next) => onChange(typeof next === 'number' ? rounded(next * unit, kind) : undefined)}
      />
    )
  }
  if (kind === 'choice' || kind === 'person') {
    const options = kind === 'choice' ? field.options : [...people.values()]
    return (
      <Select
        label={label}
        clearable
        searchable
        value={typeof value === 'string' ? value : null}
        data={options.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange(next ?? undefined)}
      />
    )
  }
  return (
    <TextInput
      label={label}
      type={kind === 'date' ? 'date' : 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

function rounded(amount: number, kind: 'number' | 'money'): number {
  return kind === 'money' ? Math.round(amount) : amount
}
