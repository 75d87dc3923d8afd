import type { ServiceLevelView, StepView } from '@millrace/contract'
import { Timer } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf, useCommands } from '../../../../platform/store/index.ts'
import { Button, EmptyState, formatInstant, PlainTable, Section } from '../../../../ui/index.ts'
import { type CalendarName, inputOf } from '../../model/level-draft.ts'
import { plainLength } from '../../model/level-length.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import { LevelForm } from './level-form.tsx'
import styles from './levels.module.css'

type Props = {
  readonly containerId: string
  readonly levels: readonly ServiceLevelView[]
  readonly calendars: readonly CalendarName[]
  readonly steps: readonly StepView[]
  readonly canManage: boolean
  readonly onChanged: () => void
}

const { about, promise, now, standing, kept, actions } = texts.column

/** The service levels of a process: what each promises, what that means now, and how it was kept. */
export function LevelTable({ containerId, levels, calendars, steps, canManage, onChanged }: Props) {
  const { run } = useCommands()
  const [edited, setEdited] = useState<ServiceLevelView | 'new' | null>(null)
  const nameOf = (stepId: string | null) =>
    stepId === null ? texts.whole : (steps.find(({ id }) => id === stepId)?.name ?? texts.whole)
  const remove = async (level: ServiceLevelView) => {
    const back = [callOf('process.setServiceLevel', inputOf(level))]
    await run(
      'process.removeServiceLevel',
      { id: level.id },
      { undoLabel: texts.removed(nameOf(level.stepId)), back },
    )
    onChanged()
  }
  return (
    <Section
      title={texts.title}
      sentence={texts.sentence}
      actions={
        canManage &&
        levels.length > 0 && (
          <Button size="xs" onClick={() => setEdited('new')}>
            {texts.add}
          </Button>
        )
      }
    >
      {levels.length === 0 ? (
        <EmptyState
          glyph={<Timer size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={texts.emptySentence}
          {...(canManage ? { action: { label: texts.add, onClick: () => setEdited('new') } } : {})}
        />
      ) : (
        <PlainTable
          label={texts.title}
          narrow="cards"
          columns={[about, promise, now, standing, kept, actions]}
        >
          {levels.map((level) => (
            <tr key={level.id}>
              <td data-label={about}>{nameOf(level.stepId)}</td>
              <td data-label={promise}>
                <Promise level={level} calendars={calendars} />
              </td>
              <td data-label={now}>
                {level.ifStartedNow
                  ? texts.ifStarted(formatInstant(level.ifStartedNow.dueAt))
                  : texts.noCalendar}
              </td>
              <td data-label={standing}>{texts.standing(level.standing)}</td>
              <td data-label={kept}>
                <Kept level={level} />
              </td>
              <td>
                {canManage && (
                  <span className={styles.actions}>
                    <Button size="compact-xs" variant="default" onClick={() => setEdited(level)}>
                      {texts.edit}
                    </Button>
                    <Button size="compact-xs" variant="subtle" onClick={() => void remove(level)}>
                      {texts.remove}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited !== null && (
        <LevelForm
          {...{ containerId, calendars, steps, nameOf }}
          id={edited === 'new' ? newId() : edited.id}
          level={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onDone={onChanged}
        />
      )}
    </Section>
  )
}

/** A length as people say it; one of several units as it is written. */
function lengthInWords(text: string): string {
  const plain = plainLength(text)
  return plain ? texts.length(plain.count, texts.unit[plain.unit]) : text
}

function Promise({ level, calendars }: { level: ServiceLevelView; calendars: readonly CalendarName[] }) {
  const calendar = calendars.find(({ id }) => id === level.calendarId)
  const more = [
    ...(level.goal === null ? [] : [texts.goal(lengthInWords(level.goal))]),
    ...(level.counts === 'clock' ? [] : [calendar ? texts.onCalendar(calendar.name) : texts.usualCalendar]),
  ]
  return (
    <>
      {texts.promise(lengthInWords(level.deadline), level.counts)}
      <span className={styles.soft}>{more.join(', ')}</span>
    </>
  )
}

function Kept({ level }: { level: ServiceLevelView }) {
  const { kept: done, late, missed } = level.standing
  return (
    <>
      {texts.kept(done + late, done + late + missed)}
      {level.months.length > 0 && (
        <ul className={styles.months} aria-label={texts.months}>
          {level.months.toReversed().map((month) => {
            const all = month.kept + month.late + month.missed
            const label = texts.month(month.month, month)
            return (
              <li key={month.month} className={styles.month} title={label}>
                <span style={{ blockSize: `${String(((month.kept + month.late) / all) * 100)}%` }} />
                <span className="visually-hidden">{label}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
