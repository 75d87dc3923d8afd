import type { CalendarView } from '@millrace/contract'
import { X } from 'lucide-react'
import { useState } from 'react'
import { ActionIcon, Button, Textarea, useToday } from '../../../../ui/index.ts'
import { readHolidays } from '../../model/read-holidays.ts'
import { readHours, writeHours } from '../../model/read-hours.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import { textsWork as words } from '../../texts-work.ts'
import { DayPair } from './day-pair.tsx'
import styles from './settings.module.css'
import { TextField } from './text-field.tsx'

type Exceptions = CalendarView['definition']['exceptions']
type Props = {
  readonly exceptions: Exceptions
  readonly canChange: boolean
  readonly onChange: (exceptions: Exceptions) => void
}

/** Days that differ from their week: days off, and days with hours of their own. */
export function ExceptionFields({ exceptions, canChange, onChange }: Props) {
  const put = (index: number, patch: Partial<Exceptions[number]>) => {
    const before = exceptions[index]
    if (before) onChange(exceptions.with(index, { ...before, ...patch }))
  }
  return (
    <section className={styles.part} aria-label={words.holidays}>
      <h3 className={styles.name}>{words.holidays}</h3>
      {/* They have no ids, and their order changes only when one goes. */}
      {[...exceptions.entries()].map(([index, { name, from, to, shifts }]) => (
        <div key={index} className={styles.line}>
          <TextField
            label={words.holidayName}
            className={styles.grow}
            value={name}
            onChange={(next) => put(index, { name: next })}
          />
          <DayPair
            labels={{ from: words.holidayFrom, to: words.holidayTo }}
            from={from}
            to={to}
            onChange={(first, last) => last !== null && put(index, { from: first, to: last })}
          />
          <TextField
            label={textsCalendar.exceptionHours}
            className={styles.hours}
            value={writeHours(shifts)}
            isValid={(text) => readHours(text) !== null}
            problem={words.hoursWrong}
            onChange={(text) => put(index, { shifts: readHours(text) ?? [] })}
          />
          {canChange && (
            <ActionIcon
              variant="subtle"
              aria-label={words.removeHoliday(name)}
              onClick={() => onChange(exceptions.toSpliced(index, 1))}
            >
              <X size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {canChange && <AddExceptions onAdd={(added) => onChange([...exceptions, ...added])} />}
    </section>
  )
}

function AddExceptions({ onAdd }: { readonly onAdd: (added: Exceptions) => void }) {
  const today = useToday()
  const [isPasting, setPasting] = useState(false)
  const [text, setText] = useState('')
  const { holidays, unread } = readHolidays(text, today)
  const handleTake = () => {
    onAdd(holidays)
    setText(unread.join('\n'))
    setPasting(unread.length > 0)
  }
  return (
    <>
      <div className={styles.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={() => onAdd([{ name: '', from: today, to: today, shifts: [] }])}
        >
          {words.addHoliday}
        </Button>
        <Button size="xs" variant="default" aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
          {textsCalendar.paste}
        </Button>
      </div>
      {isPasting && (
        <>
          <Textarea
            label={textsCalendar.pasteLabel}
            description={textsCalendar.pasteHint}
            placeholder={textsCalendar.pasteExample}
            autosize
            minRows={4}
            maxRows={12}
            value={text}
            error={unread.length > 0 ? textsCalendar.unread(unread[0] ?? '', unread.length) : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className={styles.buttons}>
            <Button size="xs" disabled={holidays.length === 0} onClick={handleTake}>
              {textsCalendar.take(holidays.length)}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
