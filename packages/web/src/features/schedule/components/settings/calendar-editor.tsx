import type { CalendarView } from '@millrace/contract'
import { Button, Select } from '../../../../ui/index.ts'
import { baseWeek, possibleBases } from '../../model/base-week.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import { textsWork as words } from '../../texts-work.ts'
import { ExceptionFields } from './exception-fields.tsx'
import { PeriodFields } from './period-fields.tsx'
import styles from './settings.module.css'
import { TextField } from './text-field.tsx'
import { WeekFields } from './week-fields.tsx'

type Props = {
  readonly calendar: CalendarView
  /** All there are: it may be based on one of them. */
  readonly calendars: readonly CalendarView[]
  readonly isManager: boolean
  readonly onChange: (calendar: CalendarView) => void
  readonly onRemove: () => void
}

/** The week of a calendar, times of the year with another one, and days that differ; what it is based on, and where. */
export function CalendarEditor({ calendar, calendars, isManager, onChange, onRemove }: Props) {
  const { definition, name, baseId } = calendar
  const define = (patch: Partial<CalendarView['definition']>) =>
    onChange({ ...calendar, definition: { ...definition, ...patch } })
  const base = calendars.find(({ id }) => id === baseId)
  const below = base ? { name: base.name, week: baseWeek(calendars, calendar) } : null
  return (
    <fieldset className={styles.part} disabled={!isManager} aria-label={name}>
      {!isManager && <p className={styles.hint}>{textsCalendar.notHere}</p>}
      <div className={styles.line}>
        <TextField
          label={words.calendarName}
          className={styles.grow}
          value={name}
          isValid={(text) => text !== ''}
          onChange={(next) => onChange({ ...calendar, name: next })}
        />
        <Select
          label={textsCalendar.base}
          allowDeselect={false}
          disabled={!isManager}
          data={[
            { value: '', label: textsCalendar.noBase },
            ...possibleBases(calendars, calendar).map((each) => ({ value: each.id, label: each.name })),
          ]}
          value={baseId ?? ''}
          onChange={(id) => onChange({ ...calendar, baseId: id === '' ? null : id })}
        />
        <ZoneField timeZone={definition.timeZone} isDisabled={!isManager} onChange={define} />
        {isManager && (
          <Button size="xs" variant="subtle" onClick={onRemove}>
            {words.removeCalendar(name)}
          </Button>
        )}
      </div>
      <WeekFields
        week={definition.week}
        below={below}
        canChange={isManager}
        onChange={(week) => define({ week })}
      />
      <p className={styles.hint}>{words.weekHint}</p>
      <PeriodFields
        periods={definition.periods}
        usual={definition.week.map((day, index) => day ?? below?.week[index] ?? [])}
        canChange={isManager}
        onChange={(periods) => define({ periods })}
      />
      <ExceptionFields
        exceptions={definition.exceptions}
        canChange={isManager}
        onChange={(exceptions) => define({ exceptions })}
      />
    </fieldset>
  )
}

type ZoneProps = {
  readonly timeZone: string
  readonly isDisabled: boolean
  readonly onChange: (patch: { readonly timeZone: string }) => void
}

function ZoneField({ timeZone, isDisabled, onChange }: ZoneProps) {
  const zones = new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return (
    <Select
      label={textsCalendar.timeZone}
      searchable
      allowDeselect={false}
      disabled={isDisabled}
      limit={80}
      data={[...zones]}
      value={timeZone}
      onChange={(zone) => zone !== null && onChange({ timeZone: zone })}
    />
  )
}
