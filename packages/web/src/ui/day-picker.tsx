import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import { Button, TextInput } from '@mantine/core'
import { addDays } from '@millrace/core/kernel'
import { useState } from 'react'
import styles from './day-picker.module.css'
import { formatMonth, formatMonthName, formatWeekday } from './format-time.ts'
import { parseDay } from './parse-day.ts'
import { texts } from './texts.ts'
import { useToday } from './time-zone.ts'
import { useFocusFirst } from './use-focus-first.ts'

type Props = {
  /** `YYYY-MM-DD`, or null for none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** First day of the week by ISO 8601: 1 is Monday, 7 Sunday. */
  readonly weekStart?: number
  readonly label?: string
}

/** The kit's own names of months and weekdays are English. */
const CALENDAR_WORDS = {
  monthLabelFormat: formatMonth,
  monthsListFormat: formatMonthName,
  weekdayFormat: formatWeekday,
}

/** Type a day in words, take a near one, or point at the calendar. For popovers. */
export function DayPicker({ value, onChange, weekStart = 1, label = texts.day.label }: Props) {
  const [text, setText] = useState('')
  const field = useFocusFirst()
  const today = useToday()
  const firstDay = weekStart === 7 ? 0 : 1
  const typed = parseDay(text, today)
  return (
    <div className={styles.picker}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed !== null) onChange(typed)
        }}
      >
        <TextInput
          aria-label={label}
          placeholder={texts.day.hint}
          value={text}
          ref={field}
          error={text !== '' && typed === null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      <div className={styles.near}>
        <Button variant="default" size="compact-xs" onClick={() => onChange(today)}>
          {texts.day.today}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => onChange(addDays(today, 1))}>
          {texts.day.tomorrow}
        </Button>
        <Button variant="default" size="compact-xs" onClick={() => onChange(addDays(today, 7))}>
          {texts.day.inAWeek}
        </Button>
        {value !== null && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onChange(null)}>
            {texts.day.none}
          </Button>
        )}
      </div>
      <DatePicker
        size="xs"
        value={typed ?? value}
        onChange={onChange}
        firstDayOfWeek={firstDay}
        highlightToday
        ariaLabels={{ ...texts.day.calendar }}
        {...CALENDAR_WORDS}
        {...(typed === null ? {} : { date: typed })}
      />
    </div>
  )
}
