import type { Weekday } from '@millrace/core/kernel'
import { NumberInput, Radio, Select, Stack } from '../../../../ui/index.ts'
import type { RepeatDraft } from '../../model/repeat-draft.ts'
import { textsRepeat as words } from '../../texts-repeat.ts'
import styles from './repeat.module.css'

type Props = {
  readonly draft: RepeatDraft
  readonly weekStart: number
  readonly onChange: (draft: RepeatDraft) => void
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const PLACES = [1, 2, 3, 4, -1] as const
const UNITS = ['day', 'week', 'month', 'year'] as const

/** How often, and on which days. */
export function RepeatEvery({ draft, weekStart, onChange }: Props) {
  const isDue = draft.basis === 'due'
  const units = UNITS.filter((unit) => isDue || unit !== 'year')
  return (
    <Stack gap="xs">
      <div className={styles.row}>
        <NumberInput
          label={words.every}
          min={1}
          max={366}
          allowDecimal={false}
          w={96}
          value={draft.every}
          onChange={(every) => onChange({ ...draft, every: Number(every) })}
        />
        <Select
          label={words.unitLabel}
          allowDeselect={false}
          w={140}
          value={isDue || draft.unit !== 'year' ? draft.unit : 'month'}
          data={units.map((value) => ({ value, label: words.unit[value] }))}
          onChange={(value) =>
            onChange({ ...draft, unit: units.find((each) => each === value) ?? draft.unit })
          }
        />
      </div>
      {isDue && draft.unit === 'week' && <Weekdays draft={draft} weekStart={weekStart} onChange={onChange} />}
      {isDue && draft.unit === 'month' && <InMonth draft={draft} weekStart={weekStart} onChange={onChange} />}
    </Stack>
  )
}

function Weekdays({ draft, weekStart, onChange }: Props) {
  const { weekdays } = draft
  return (
    <div role="group" aria-label={words.onDays} className={styles.week}>
      {inOrder(weekStart).map((day) => {
        const isOn = weekdays.includes(day)
        return (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-pressed={isOn}
            aria-label={words.weekday(day)}
            onClick={() =>
              onChange({
                ...draft,
                weekdays: isOn
                  ? weekdays.filter((each) => each !== day)
                  : [...weekdays, day].toSorted((a, b) => a - b),
              })
            }
          >
            {words.weekdayShort(day)}
          </button>
        )
      })}
    </div>
  )
}

function InMonth({ draft, weekStart, onChange }: Props) {
  const by = (monthBy: RepeatDraft['monthBy']) => ({
    checked: draft.monthBy === monthBy,
    onChange: () => onChange({ ...draft, monthBy }),
  })
  return (
    <Stack gap="xs">
      <div className={styles.row}>
        <Radio label={words.onDay} {...by('day')} />
        <NumberInput
          aria-label={words.onDay}
          min={1}
          max={31}
          allowDecimal={false}
          w={80}
          value={draft.day}
          onChange={(day) =>
            onChange({ ...draft, monthBy: 'day', day: Math.min(31, Math.max(1, Number(day) || 1)) })
          }
        />
        {draft.monthBy === 'day' && draft.day > 28 && <span className={styles.hint}>{words.dayHint}</span>}
      </div>
      <div className={styles.row}>
        <Radio label={words.onPlace} {...by('weekday')} />
        <Select
          aria-label={words.onPlace}
          allowDeselect={false}
          w={110}
          value={String(draft.nth)}
          data={PLACES.map((nth) => ({ value: String(nth), label: words.nth(nth) }))}
          onChange={(value) =>
            onChange({
              ...draft,
              monthBy: 'weekday',
              nth: PLACES.find((each) => String(each) === value) ?? draft.nth,
            })
          }
        />
        <Select
          aria-label={words.onDays}
          allowDeselect={false}
          w={140}
          value={String(draft.weekday)}
          data={inOrder(weekStart).map((day) => ({ value: String(day), label: words.weekday(day) }))}
          onChange={(value) =>
            onChange({
              ...draft,
              monthBy: 'weekday',
              weekday: WEEK.find((each) => String(each) === value) ?? draft.weekday,
            })
          }
        />
      </div>
    </Stack>
  )
}

/** The days of the week as they follow on another where the organisation lives. */
function inOrder(weekStart: number): readonly Weekday[] {
  return [...WEEK.slice(weekStart - 1), ...WEEK.slice(0, weekStart - 1)]
}
