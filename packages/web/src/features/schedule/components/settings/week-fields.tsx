import type { CalendarView } from '@millrace/contract'
import { Button } from '../../../../ui/index.ts'
import { type Hours, readHours, writeHours } from '../../model/read-hours.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import { textsWork as words } from '../../texts-work.ts'
import styles from './settings.module.css'
import { TextField } from './text-field.tsx'

type Week = CalendarView['definition']['week']

type Props = {
  readonly week: Week
  /** The hours of days that have none of their own; null: there is nothing below. */
  readonly below: { readonly name: string; readonly week: readonly Hours[] } | null
  readonly canChange: boolean
  readonly onChange: (week: Week) => void
}

/** The hours of each weekday; those that come from below say so, and can be had back. */
export function WeekFields({ week, below, canChange, onChange }: Props) {
  return (
    <div className={styles.week}>
      {words.weekdays.map((weekday, index) => {
        const own = week[index] ?? null
        const isInherited = own === null && below !== null
        const hours = own ?? below?.week[index] ?? []
        return (
          <div key={weekday}>
            <TextField
              label={isInherited ? textsCalendar.inherited(weekday, below.name) : weekday}
              className={isInherited ? styles.inherited : undefined}
              value={writeHours(hours)}
              isValid={(text) => readHours(text) !== null}
              problem={words.hoursWrong}
              onChange={(text) => onChange(week.with(index, readHours(text)))}
            />
            {own !== null && below !== null && canChange && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={textsCalendar.asBaseOf(weekday, below.name)}
                onClick={() => onChange(week.with(index, null))}
              >
                {textsCalendar.asBase(below.name)}
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}
