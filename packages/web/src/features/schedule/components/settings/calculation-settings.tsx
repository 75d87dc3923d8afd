import type { PlanSettingsView } from '@millrace/contract'
import { callOf } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { useScheduling } from '../../hooks/use-scheduling.ts'
import { textsDates } from '../../texts-dates.ts'
import { textsFloats } from '../../texts-floats.ts'
import { textsScenario } from '../../texts-scenario.ts'
import { textsWork as words } from '../../texts-work.ts'
import { DayMoment } from '../item-plan/day-moment.tsx'
import { NumberField } from '../item-plan/number-field.tsx'
import styles from './settings.module.css'
import type { SettingsProps } from './settings-props.ts'

const DAY_MIN = 480
const WAYS = ['schedule', 'keep'] as const
type Patch = Partial<Omit<PlanSettingsView, 'startAt' | 'isCurrent' | 'refusal'>>

/** From when on, by which calendar, and what counts when things contradict. */
export function CalculationSettings({ plan, containerId, isManager }: SettingsProps) {
  const { write, closed } = usePlanDoor(containerId)
  const { settings, calendars } = plan
  const { schedule, keep } = useScheduling({ plan, rows: plan.rows, containerId })
  const change = (patch: Patch) => {
    const call = callOf('schedule.changePlanSettings', { containerId, patch })
    void write([call], { undoLabel: words.changedSettings })
  }
  const choose = { change, settings, isManager }
  return (
    <fieldset className={styles.part} disabled={!isManager}>
      <div className={styles.fields}>
        <Select
          label={textsDates.label}
          description={closed === null ? textsDates.hint : textsScenario.fixedHere}
          allowDeselect={false}
          disabled={!isManager || closed !== null}
          data={WAYS.map((value) => ({ value, label: textsDates.ways[value] }))}
          value={settings.isScheduled ? 'schedule' : 'keep'}
          onChange={(way) => {
            if (way === 'keep' && settings.isScheduled) keep()
            if (way === 'schedule' && !settings.isScheduled) schedule()
          }}
        />
        <DayMoment
          label={words.startsAt}
          at={settings.startsAt ?? settings.startAt}
          edge="start"
          onChange={(startsAt) => change({ startsAt })}
        />
        <DayMoment
          label={words.statusAt}
          at={settings.statusAt}
          edge="start"
          onChange={(statusAt) => change({ statusAt })}
        />
        <Select
          label={words.planCalendar}
          allowDeselect={false}
          disabled={!isManager}
          data={[
            { value: '', label: words.standardWeek },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={settings.calendarId ?? ''}
          onChange={(id) => change({ calendarId: id === '' ? null : id })}
        />
        <NumberField
          label={words.criticalDays}
          value={settings.criticalMin / DAY_MIN}
          min={-365}
          max={365}
          isRequired
          onChange={(days) => change({ criticalMin: Math.round((days ?? 0) * DAY_MIN) })}
        />
        <NumberField
          label={textsFloats.nearDays}
          value={settings.nearCriticalMin / DAY_MIN}
          min={-365}
          max={365}
          isRequired
          onChange={(days) => change({ nearCriticalMin: Math.round((days ?? 0) * DAY_MIN) })}
        />
        <Choice {...choose} name="precedence" label={words.precedence} words={words.precedences} />
        <Choice {...choose} name="progressRule" label={words.progressRule} words={words.progressRules} />
        <Choice {...choose} name="lagCalendar" label={words.lagCalendar} words={words.lagCalendars} />
      </div>
      <p className={styles.hint}>{words.statusHint}</p>
    </fieldset>
  )
}

type Choosable = 'precedence' | 'progressRule' | 'lagCalendar'

type ChoiceProps<Name extends Choosable> = {
  readonly name: Name
  readonly label: string
  readonly words: Readonly<Record<PlanSettingsView[Name], string>>
  readonly settings: PlanSettingsView
  readonly isManager: boolean
  readonly change: (patch: Patch) => void
}

function Choice<Name extends Choosable>({ name, label, words: labels, ...props }: ChoiceProps<Name>) {
  const values = Object.keys(labels) as PlanSettingsView[Name][] // Its own keys.
  return (
    <Select
      label={label}
      allowDeselect={false}
      disabled={!props.isManager}
      data={values.map((value) => ({ value, label: labels[value] }))}
      value={props.settings[name]}
      onChange={(value) => {
        const next = values.find((known) => known === value)
        if (next !== undefined) props.change({ [name]: next })
      }}
    />
  )
}
