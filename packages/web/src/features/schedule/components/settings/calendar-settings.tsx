import type { CalendarView } from '@millrace/contract'
import { STANDARD_WEEK } from '@millrace/core/calendar'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { Button, useTimeZone } from '../../../../ui/index.ts'
import type { PoolProps } from '../../model/pool-change.ts'
import { textsWork as words } from '../../texts-work.ts'
import { CalendarEditor } from './calendar-editor.tsx'
import styles from './settings.module.css'

/** What to say while there is none; else what projects are told. */
type Props = PoolProps & { readonly hint?: string }

/** Calendars: one of them is open, to be changed where it belongs. */
export function CalendarSettings({ calendars, containerId, isManager, onChange, ...props }: Props) {
  const timeZone = useTimeZone()
  const [openId, setOpenId] = useState<string | null>(null)
  const open = calendars.find(({ id }) => id === openId) ?? calendars[0]
  const save = (calendar: CalendarView) =>
    onChange({
      call: callOf('schedule.saveCalendar', calendar),
      label: words.savedCalendar(calendar.name),
    })
  const handleAdd = () => {
    const id = newId()
    const definition = { timeZone, week: [...STANDARD_WEEK], periods: [], exceptions: [] }
    save({ id, containerId, baseId: null, name: words.newCalendar, definition })
    setOpenId(id)
  }
  const handleRemove = ({ id, name }: CalendarView) =>
    onChange({ call: callOf('schedule.removeCalendar', { id }), label: words.savedCalendar(name) })
  return (
    <div className={styles.part}>
      {calendars.length === 0 && <p className={styles.hint}>{props.hint ?? words.noCalendars}</p>}
      <div className={styles.line}>
        {calendars.map(({ id, name }) => (
          <Button
            key={id}
            size="xs"
            variant={id === open?.id ? 'light' : 'default'}
            aria-pressed={id === open?.id}
            onClick={() => setOpenId(id)}
          >
            {name}
          </Button>
        ))}
        {isManager && (
          <Button size="xs" variant="subtle" onClick={handleAdd}>
            {words.addCalendar}
          </Button>
        )}
      </div>
      {open && (
        <CalendarEditor
          key={open.id}
          calendar={open}
          calendars={calendars}
          isManager={isManager && (open.containerId === containerId || props.mayChangeShared === true)}
          onChange={(next) => save(next)}
          onRemove={() => handleRemove(open)}
        />
      )}
    </div>
  )
}
