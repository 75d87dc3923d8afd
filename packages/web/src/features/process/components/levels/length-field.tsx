import { NumberInput, Select } from '../../../../ui/index.ts'
import { LENGTH_UNITS, type PlainLength } from '../../model/level-length.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import styles from './levels.module.css'

type Props = {
  readonly label: string
  readonly value: PlainLength | null
  /** Left empty there is none. */
  readonly isOptional?: boolean
  readonly onChange: (value: PlainLength | null) => void
}

/** A length of time as one number of one unit. */
export function LengthField({ label, value, isOptional = false, onChange }: Props) {
  const unit = value?.unit ?? 'hours'
  return (
    <div className={styles.row}>
      <NumberInput
        label={label}
        min={1}
        max={9999}
        allowDecimal={false}
        w={120}
        placeholder={isOptional ? texts.noGoal : ''}
        value={value?.count ?? ''}
        onChange={(count) => onChange(typeof count === 'number' ? { count, unit } : null)}
      />
      <Select
        aria-label={label}
        allowDeselect={false}
        w={120}
        value={unit}
        data={LENGTH_UNITS.map((each) => ({ value: each, label: texts.unit[each] }))}
        onChange={(chosen) =>
          value && onChange({ ...value, unit: LENGTH_UNITS.find((each) => each === chosen) ?? value.unit })
        }
      />
    </div>
  )
}
