import type { StartScheduleView } from '@millrace/contract'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Button, formatInstant, Section } from '../../../../ui/index.ts'
import { useSchedules } from '../../hooks/use-levels.ts'
import type { CalendarName } from '../../model/level-draft.ts'
import { scheduleInputOf } from '../../model/schedule-draft.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import styles from './levels.module.css'
import { ScheduleForm } from './schedule-form.tsx'

type Props = {
  readonly containerId: string
  readonly calendars: readonly CalendarName[]
  readonly canManage: boolean
}

/** By which calendar a process is started, and when next. */
export function ScheduleTable({ containerId, calendars, canManage }: Props) {
  const asked = useSchedules(containerId)
  const [edited, setEdited] = useState<StartScheduleView | 'new' | null>(null)
  const schedules = asked.data?.schedules ?? []
  const onChanged = () => void asked.refetch()
  return (
    <Section
      title={texts.schedules}
      sentence={texts.schedulesSentence}
      actions={
        canManage && (
          <Button size="xs" onClick={() => setEdited('new')}>
            {texts.addSchedule}
          </Button>
        )
      }
    >
      {schedules.length === 0 && <p className={styles.soft}>{texts.schedulesEmpty}</p>}
      {schedules.map((schedule) => (
        <Schedule
          key={schedule.id}
          {...{ schedule, canManage, onChanged }}
          onEdit={() => setEdited(schedule)}
        />
      ))}
      {edited !== null && (
        <ScheduleForm
          {...{ containerId, calendars }}
          id={edited === 'new' ? newId() : edited.id}
          schedule={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={onChanged}
        />
      )}
    </Section>
  )
}

type RowProps = {
  readonly schedule: StartScheduleView
  readonly canManage: boolean
  readonly onEdit: () => void
  readonly onChanged: () => void
}

function Schedule({ schedule, canManage, onEdit, onChanged }: RowProps) {
  const { title, pausedAt, upcoming, started, problem, rule } = schedule
  const next = pausedAt === null ? upcoming.map(formatInstant).join(' · ') : texts.paused
  return (
    <div className={styles.row}>
      <div>
        <strong>{title}</strong>
        <span className={styles.soft}>
          {texts.next}: {next === '' ? texts.over : next}
        </span>
        <span className={styles.soft}>
          {rule.kind === 'timer' ? `${texts.ofModel(rule.value)}, ` : ''}
          {texts.startedCount(started)}
        </span>
        {problem && (
          <span className={styles.late}>
            {texts.problem} ({problem.code})
          </span>
        )}
      </div>
      {canManage && <ScheduleActions {...{ schedule, onEdit, onChanged }} />}
    </div>
  )
}

function ScheduleActions({ schedule, onEdit, onChanged }: Omit<RowProps, 'canManage'>) {
  const { run } = useCommands()
  const { id, title, pausedAt } = schedule
  const [pause, resume] = [callOf('process.pauseSchedule', { id }), callOf('process.resumeSchedule', { id })]
  const handlePause = async () => {
    if (pausedAt === null)
      await run('process.pauseSchedule', { id }, { undoLabel: texts.schedulePaused(title), back: [resume] })
    else
      await run('process.resumeSchedule', { id }, { undoLabel: texts.scheduleResumed(title), back: [pause] })
    onChanged()
  }
  const handleRemove = async () => {
    const input = scheduleInputOf(schedule)
    if (input === null) return
    const back = [callOf('process.saveSchedule', input)]
    await run('process.removeSchedule', { id }, { undoLabel: texts.scheduleRemoved(title), back })
    onChanged()
  }
  const isOfModel = schedule.elementId !== null
  return (
    <span className={styles.actions}>
      <Button size="compact-xs" variant="default" onClick={() => void handlePause()}>
        {pausedAt === null ? texts.pause : texts.resume}
      </Button>
      {!isOfModel && (
        <>
          <Button size="compact-xs" variant="default" onClick={onEdit}>
            {texts.edit}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => void handleRemove()}>
            {texts.remove}
          </Button>
        </>
      )}
    </span>
  )
}
