import { type FormOption, type FormValue, isFormList } from '@millrace/core/process'
import { Checkbox, MultiSelect, Radio, Select } from '../../../../ui/index.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import type { ControlProps } from './control-props.ts'
import styles from './form-fields.module.css'

/** More options than this are searched instead of looked through. */
const SHOWN_MAX = 6

/** One or several of some options: all of them shown while there are few. */
export function ChoiceControl(props: ControlProps) {
  return props.part.field.kind === 'choice' ? <One {...props} /> : <Several {...props} />
}

/** Options by the text that the page knows them by: numbers and texts may read alike. */
function nameOf(value: string | number): string {
  return typeof value === 'number' ? `#${String(value)}` : `'${value}`
}

function valueOf(options: readonly FormOption[], name: string | null): string | number | null {
  return options.find((option) => nameOf(option.value) === name)?.value ?? null
}

function dataOf(options: readonly FormOption[]) {
  return options.map(({ value, label }) => ({ value: nameOf(value), label }))
}

function One({ part: { value, options }, frame, onChange }: ControlProps) {
  const chosen = typeof value === 'string' || typeof value === 'number' ? nameOf(value) : null
  const handleChange = (name: string | null) => onChange(valueOf(options, name))
  if (options.length > SHOWN_MAX) {
    return (
      <Select
        {...frame}
        placeholder={texts.choose}
        searchable
        clearable
        value={chosen}
        data={dataOf(options)}
        onChange={handleChange}
      />
    )
  }
  return (
    <Radio.Group {...frame} value={chosen ?? ''} onChange={handleChange}>
      <div className={styles.down}>
        {dataOf(options).map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  )
}

function Several({ part: { value, options }, frame, onChange }: ControlProps) {
  const chosen = listOf(value).map(nameOf)
  const handleChange = (names: string[]) => onChange(names.flatMap((name) => valueOf(options, name) ?? []))
  if (options.length > SHOWN_MAX) {
    return (
      <MultiSelect
        {...frame}
        {...(chosen.length === 0 ? { placeholder: texts.choose } : {})}
        searchable
        clearable
        value={chosen}
        data={dataOf(options)}
        onChange={handleChange}
      />
    )
  }
  return (
    <Checkbox.Group {...frame} value={chosen} onChange={handleChange}>
      <div className={styles.down}>
        {dataOf(options).map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function listOf(value: FormValue): readonly (string | number)[] {
  return isFormList(value) ? value : []
}
