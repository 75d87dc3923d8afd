import type { ServiceLevelView, StepView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Checkbox, Modal, NumberInput, Select } from '../../../../ui/index.ts'
import { type CalendarName, draftOf, type LevelDraft, saidBy } from '../../model/level-draft.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import { EscalationFields } from './escalation-fields.tsx'
import { LengthField } from './length-field.tsx'
import styles from './levels.module.css'

type Props = {
  readonly containerId: string
  readonly id: string
  readonly level: ServiceLevelView | null
  readonly steps: readonly StepView[]
  readonly calendars: readonly CalendarName[]
  readonly nameOf: (stepId: string | null) => string
  readonly onClose: () => void
  readonly onDone: () => void
}

const WHOLE = ''

/** Says how soon a process or a step is to be done, and what happens when it is not. */
export function LevelForm(props: Props) {
  const { containerId, id, level, nameOf, onClose, onDone } = props
  const { run } = useCommands()
  const [draft, setDraft] = useState(() => draftOf(level))
  const [refused, setRefused] = useState<Refused | null>(null)
  const said = saidBy(draft)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (said === null) return
    const outcome = await run(
      'process.setServiceLevel',
      { ...said, id, containerId, ...(level ? { version: level.version } : {}) },
      { isSilent: true },
    )
    if (!outcome.ok) return setRefused(outcome.refused)
    onDone()
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`${texts.formTitle}: ${nameOf(draft.stepId)}`} size={560}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <PromiseFields {...props} draft={draft} onChange={setDraft} />
        <EscalationFields
          steps={draft.escalations}
          onChange={(escalations) => setDraft({ ...draft, escalations })}
        />
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

type FieldsProps = Pick<Props, 'steps' | 'calendars'> & {
  readonly draft: LevelDraft
  readonly onChange: (draft: LevelDraft) => void
}

function PromiseFields({ steps, calendars, draft, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label={texts.forWhat}
        allowDeselect={false}
        value={draft.stepId ?? WHOLE}
        data={[
          { value: WHOLE, label: texts.whole },
          ...steps.map((step) => ({ value: step.id, label: step.name })),
        ]}
        onChange={(value) => onChange({ ...draft, stepId: value || null })}
      />
      <div className={styles.row}>
        <LengthField
          label={texts.deadline}
          value={draft.deadline}
          onChange={(deadline) => onChange({ ...draft, deadline: deadline ?? draft.deadline })}
        />
        <LengthField
          label={texts.goalWithin}
          value={draft.goal}
          isOptional
          onChange={(goal) => onChange({ ...draft, goal })}
        />
      </div>
      <CountingFields {...{ calendars, draft, onChange }} />
      <div className={styles.row}>
        <NumberInput
          label={texts.warn}
          suffix={` ${texts.percent}`}
          min={1}
          max={99}
          w={180}
          value={draft.warnPercent ?? ''}
          onChange={(value) => onChange({ ...draft, warnPercent: typeof value === 'number' ? value : null })}
        />
      </div>
      <Checkbox
        label={texts.pauses}
        checked={draft.pausesWaiting}
        onChange={(event) => onChange({ ...draft, pausesWaiting: event.currentTarget.checked })}
      />
    </>
  )
}

function CountingFields({ calendars, draft, onChange }: Omit<FieldsProps, 'steps'>) {
  return (
    <div className={styles.row}>
      <Select
        label={texts.counts}
        allowDeselect={false}
        value={draft.counts}
        data={(['working', 'clock'] as const).map((value) => ({ value, label: texts.countsOf[value] }))}
        onChange={(value) => onChange({ ...draft, counts: value === 'clock' ? 'clock' : 'working' })}
      />
      {draft.counts === 'working' && calendars.length > 0 && (
        <Select
          label={texts.calendar}
          allowDeselect={false}
          value={draft.calendarId ?? WHOLE}
          data={[
            { value: WHOLE, label: texts.usual },
            ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
          ]}
          onChange={(value) => onChange({ ...draft, calendarId: value || null })}
        />
      )}
    </div>
  )
}
