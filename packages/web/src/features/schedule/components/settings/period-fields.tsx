import type { CalendarView } from '@millrace/contract'
import { X } from 'lucide-react'
import { ActionIcon, Button, useToday } from '../../../../ui/index.ts'
import type { Hours } from '../../model/read-hours.ts'
import { textsCalendar as words } from '../../texts-calendar.ts'
import { DayPair } from './day-pair.tsx'
import styles from './settings.module.css'
import { WeekFields } from './week-fields.tsx'

type Periods = CalendarView['definition']['periods']
type Props = {
  readonly periods: Periods
  /** The week that holds outside of periods. */
  readonly usual: readonly Hours[]
  readonly canChange: boolean
  readonly onChange: (periods: Periods) => void
}

/** Times of the year in which another week holds. */
export function PeriodFields({ periods, usual, canChange, onChange }: Props) {
  const today = useToday()
  const put = (index: number, patch: Partial<Periods[number]>) => {
    const before = periods[index]
    if (before) onChange(periods.with(index, { ...before, ...patch }))
  }
  const handleAdd = () => {
    const week = Array.from({ length: 7 }, () => null)
    onChange([...periods, { from: today, to: today, week }])
  }
  return (
    <section className={styles.part} aria-label={words.periods}>
      <h3 className={styles.name}>{words.periods}</h3>
      {periods.length === 0 && <p className={styles.hint}>{words.noPeriods}</p>}
      {/* They have no ids, and their order changes only when one goes. */}
      {[...periods.entries()].map(([index, { from, to, week }]) => (
        <div key={index} className={styles.part}>
          <div className={styles.line}>
            <DayPair
              labels={words}
              from={from}
              to={to}
              onChange={(first, last) => last !== null && put(index, { from: first, to: last })}
            />
            {canChange && (
              <ActionIcon
                variant="subtle"
                aria-label={words.removePeriod(from)}
                onClick={() => onChange(periods.toSpliced(index, 1))}
              >
                <X size={14} aria-hidden />
              </ActionIcon>
            )}
          </div>
          <WeekFields
            week={week}
            below={{ name: words.usualWeek, week: usual }}
            canChange={canChange}
            onChange={(next) => put(index, { week: next })}
          />
        </div>
      ))}
      {canChange && (
        <div className={styles.buttons}>
          <Button size="xs" variant="default" onClick={handleAdd}>
            {words.addPeriod}
          </Button>
        </div>
      )}
    </section>
  )
}
