import type { StartScheduleView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands, useDirectory } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  DayField,
  Modal,
  NumberInput,
  Select,
  TextInput,
  useToday,
} from '../../../../ui/index.ts'
import type { CalendarName } from '../../model/level-draft.ts'
import { type ScheduleDraft, scheduleDraftOf, scheduleSaidBy } from '../../model/schedule-draft.ts'
import { START_PATTERNS } from '../../model/start-rule.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import styles from './levels.module.css'

type Props = {
  readonly containerId: string
  readonly id: string
  readonly schedule: StartScheduleView | null
  readonly calendars: readonly CalendarName[]
  readonly onClose: () => void
  readonly onDone: () => void
}

const USUAL = ''
const SHIFTS = ['none', 'next', 'previous'] as const
const MISSED = ['one', 'all', 'none'] as const

/** Plans when instances are started. */
export function ScheduleForm({ containerId, id, schedule, calendars, onClose, onDone }: Props) {
  const { run } = useCommands()
  const today = useToday()
  const [draft, setDraft] = useState(() => scheduleDraftOf(schedule, today))
  const [refused, setRefused] = useState<Refused | null>(null)
  const said = scheduleSaidBy(draft)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (said === null) return
    const input = { ...said, id, containerId, values: schedule?.values ?? {} }
    const outcome = await run(
      'process.saveSchedule',
      { ...input, ...(schedule ? { version: schedule.version } : {}) },
      { isSilent: true },
    )
    if (!outcome.ok) return setRefused(outcome.refused)
    onDone()
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={texts.scheduleForm} size={520}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={texts.scheduleTitle}
          description={texts.scheduleHint}
          maxLength={200}
          data-autofocus
          value={draft.title}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
        <WhenFields draft={draft} onChange={setDraft} />
        <RestFields {...{ draft, calendars }} onChange={setDraft} />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.row}>
          <Button type="submit" disabled={said === null}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type FieldsProps = { readonly draft: ScheduleDraft; readonly onChange: (draft: ScheduleDraft) => void }

function WhenFields({ draft, onChange }: FieldsProps) {
  const { organisation } = useDirectory()
  return (
    <div className={styles.row}>
      <DayField
        label={texts.firstOn}
        value={draft.firstOn}
        weekStart={organisation.weekStart}
        onChange={(firstOn) => onChange({ ...draft, firstOn: firstOn ?? draft.firstOn })}
      />
      <TextInput
        label={texts.time}
        w={150}
        value={draft.time}
        onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
      />
      <Select
        label={texts.pattern}
        allowDeselect={false}
        value={draft.pattern}
        data={START_PATTERNS.map((value) => ({ value, label: texts.patterns[value] }))}
        onChange={(value) =>
          onChange({ ...draft, pattern: START_PATTERNS.find((one) => one === value) ?? draft.pattern })
        }
      />
      <NumberInput
        label={texts.everyNth}
        min={1}
        max={366}
        allowDecimal={false}
        w={150}
        value={draft.every}
        onChange={(every) => onChange({ ...draft, every: Number(every) })}
      />
    </div>
  )
}

function RestFields({ draft, calendars, onChange }: FieldsProps & Pick<Props, 'calendars'>) {
  return (
    <div className={styles.row}>
      <Select
        label={texts.shift}
        allowDeselect={false}
        value={draft.shift}
        data={SHIFTS.map((value) => ({ value, label: texts.shifts[value] }))}
        onChange={(value) =>
          onChange({ ...draft, shift: SHIFTS.find((one) => one === value) ?? draft.shift })
        }
      />
      {draft.shift !== 'none' && calendars.length > 0 && (
        <Select
          label={texts.calendar}
          allowDeselect={false}
          value={draft.calendarId ?? USUAL}
          data={[
            { value: USUAL, label: texts.usual },
            ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
          ]}
          onChange={(value) => onChange({ ...draft, calendarId: value || null })}
        />
      )}
      <Select
        label={texts.missed}
        allowDeselect={false}
        value={draft.missed}
        data={MISSED.map((value) => ({ value, label: texts.missedOf[value] }))}
        onChange={(value) =>
          onChange({ ...draft, missed: MISSED.find((one) => one === value) ?? draft.missed })
        }
      />
    </div>
  )
}
