import type { RecurrenceEnd } from '@millrace/core/work'
import { DayField, NumberInput, Select, useToday } from '../../../../ui/index.ts'
import { textsRepeat as words } from '../../texts-repeat.ts'
import styles from './repeat.module.css'

type Props = {
  readonly ends: RecurrenceEnd
  readonly weekStart: number
  readonly onChange: (ends: RecurrenceEnd) => void
}

const KINDS = ['never', 'on', 'after'] as const
/** What people mean by "some times", to begin with. */
const USUAL_TIMES = 10

/** When the series is over. */
export function RepeatEnd({ ends, weekStart, onChange }: Props) {
  const today = useToday()
  const choose = (kind: string | null) => {
    if (kind === 'on') onChange({ kind, day: today })
    else if (kind === 'after') onChange({ kind, times: USUAL_TIMES })
    else onChange({ kind: 'never' })
  }
  return (
    <div className={styles.row}>
      <Select
        label={words.ends}
        allowDeselect={false}
        w={180}
        value={ends.kind}
        data={KINDS.map((value) => ({ value, label: words.end[value] }))}
        onChange={choose}
      />
      {ends.kind === 'on' && (
        <DayField
          label={words.endOn}
          value={ends.day}
          onChange={(day) => onChange({ kind: 'on', day: day ?? today })}
          weekStart={weekStart}
        />
      )}
      {ends.kind === 'after' && (
        <NumberInput
          label={words.endAfter}
          min={2}
          max={10_000}
          allowDecimal={false}
          w={110}
          value={ends.times}
          onChange={(times) => onChange({ kind: 'after', times: Math.max(2, Number(times) || 2) })}
        />
      )}
    </div>
  )
}
