import type { CalendarView } from '@millrace/contract'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, DayField, useToday } from '../../../../ui/index.ts'
import { readHours, writeHours } from '../../model/read-hours.ts'
import { textsWork as words } from '../../texts-work.ts'
import styles from './settings.module.css'
import { TextField } from './text-field.tsx'

type Props = {
  readonly calendar: CalendarView
  readonly isManager: boolean
  readonly onChange: (calendar: CalendarView) => void
  readonly onRemove: () => void
}

type Definition = CalendarView['definition']

/** The week of a calendar, and the days on which it does not work. */
export function CalendarEditor({ calendar, isManager, onChange, onRemove }: Props) {
  const { definition, name } = calendar
  const define = (patch: Partial<Definition>) =>
    onChange({ ...calendar, definition: { ...definition, ...patch } })
  return (
    <fieldset className={styles.part} disabled={!isManager} aria-label={name}>
      <div className={styles.line}>
        <TextField
          label={words.calendarName}
          className={styles.grow}
          value={name}
          isValid={(text) => text !== ''}
          onChange={(next) => onChange({ ...calendar, name: next })}
        />
        {isManager && (
          <Button size="xs" variant="subtle" onClick={onRemove}>
            {words.removeCalendar(name)}
          </Button>
        )}
      </div>
      <div className={styles.week}>
        {words.weekdays.map((weekday, index) => (
          <TextField
            key={weekday}
            label={weekday}
            // A day that is as in the calendar below it has no hours of its own.
            value={writeHours(definition.week[index] ?? [])}
            isValid={(text) => readHours(text) !== null}
            problem={words.hoursWrong}
            onChange={(text) => define({ week: definition.week.with(index, readHours(text)) })}
          />
        ))}
      </div>
      <p className={styles.hint}>{words.weekHint}</p>
      <Holidays definition={definition} isManager={isManager} onChange={define} />
    </fieldset>
  )
}

type HolidaysProps = {
  readonly definition: Definition
  readonly isManager: boolean
  readonly onChange: (patch: Partial<Definition>) => void
}

function Holidays({ definition: { exceptions }, isManager, onChange }: HolidaysProps) {
  const { organisation } = useDirectory()
  const { weekStart } = organisation
  const put = (index: number, patch: Partial<Definition['exceptions'][number]>) => {
    const before = exceptions[index]
    if (!before) return
    const next = { ...before, ...patch }
    // One of the two days draws the other along.
    const to = next.to < next.from ? next.from : next.to
    onChange({ exceptions: exceptions.with(index, { ...next, to }) })
  }
  return (
    <section className={styles.part} aria-label={words.holidays}>
      <h3 className={styles.name}>{words.holidays}</h3>
      {/* They have no ids, and their order changes only when one goes. */}
      {[...exceptions.entries()].map(([index, { name, from, to }]) => (
        <div key={index} className={styles.line}>
          <TextField
            label={words.holidayName}
            className={styles.grow}
            value={name}
            onChange={(next) => put(index, { name: next })}
          />
          <DayField
            label={words.holidayFrom}
            value={from}
            weekStart={weekStart}
            onChange={(day) => day !== null && put(index, { from: day })}
          />
          <DayField
            label={words.holidayTo}
            value={to}
            weekStart={weekStart}
            onChange={(day) => day !== null && put(index, { to: day })}
          />
          {isManager && (
            <ActionIcon
              variant="subtle"
              aria-label={words.removeHoliday(name)}
              onClick={() => onChange({ exceptions: exceptions.toSpliced(index, 1) })}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {isManager && (
        <AddHoliday
          onAdd={(on) =>
            onChange({ exceptions: [...exceptions, { name: '', from: on, to: on, shifts: [] }] })
          }
        />
      )}
    </section>
  )
}

function AddHoliday({ onAdd }: { readonly onAdd: (on: string) => void }) {
  const today = useToday()
  const { organisation } = useDirectory()
  const [on, setOn] = useState<string | null>(today)
  return (
    <div className={styles.line}>
      <DayField label={words.holidayFrom} value={on} weekStart={organisation.weekStart} onChange={setOn} />
      <Button size="xs" variant="default" disabled={on === null} onClick={() => on !== null && onAdd(on)}>
        {words.addHoliday}
      </Button>
    </div>
  )
}
