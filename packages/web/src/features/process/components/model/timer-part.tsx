import type { ModelReferences } from '@millrace/contract'
import { useState } from 'react'
import type { TimerProperties } from '../../../../ui/bpmn/index.ts'
import { formatInstantOfWeek, SegmentedControl, Select, useTimeZone, useToday } from '../../../../ui/index.ts'
import { useTimerPreview } from '../../hooks/use-timer-preview.ts'
import { sayProblem } from '../../model/finding-words.ts'
import { beginTimer, type SaidTimer, saidTimer, TIMER_WAYS, timerText } from '../../model/said-timer.ts'
import { describeTexts } from '../../texts-describe.ts'
import describe from './describe.module.css'
import styles from './model.module.css'
import { TimerFields } from './timer-fields.tsx'

type Props = {
  readonly containerId: string
  readonly timer: TimerProperties
  readonly calendars: ModelReferences['calendars']
  readonly onChange: (timer: TimerProperties) => void
}

const texts = describeTexts.timer

/** When something happens: said in one of the ways people say it, or written; and what that means now. */
export function TimerPart({ containerId, timer, calendars, onChange }: Props) {
  const today = useToday()
  const [isByHand, setByHand] = useState(false)
  const said = isByHand ? ({ way: 'written' } as const) : timer.text === '' ? null : saidTimer(timer)
  const say = (next: SaidTimer) => {
    setByHand(next.way === 'written')
    onChange({ ...timer, ...timerText(next) })
  }
  return (
    <fieldset className={styles.part}>
      <legend>{texts.title}</legend>
      <Select
        size="xs"
        aria-label={texts.title}
        allowDeselect={false}
        placeholder={texts.choose}
        value={said?.way ?? null}
        data={TIMER_WAYS.map((value) => ({ value, label: texts.way[value] }))}
        onChange={(value) => say(beginTimer(TIMER_WAYS.find((way) => way === value) ?? 'after', today))}
      />
      {said && (
        <TimerFields
          {...{ said, timer }}
          onSay={say}
          onWrite={(written) => onChange({ ...timer, ...written })}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label={texts.countsLabel}
        value={timer.counts}
        data={(['clock', 'working'] as const).map((value) => ({ value, label: texts.counts[value] }))}
        onChange={(value) =>
          onChange({
            ...timer,
            ...(value === 'working' ? { counts: 'working' } : { counts: 'clock', calendar: '' }),
          })
        }
      />
      {timer.counts === 'working' && (
        <Select
          size="xs"
          label={texts.calendar}
          placeholder={texts.usual}
          clearable
          searchable
          value={
            calendars.find(({ id, name }) => id === timer.calendar || name === timer.calendar)?.id ?? null
          }
          data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(calendar) => onChange({ ...timer, calendar: calendar ?? '' })}
        />
      )}
      <TimerMeans {...{ containerId, timer }} />
    </fieldset>
  )
}

function TimerMeans({ containerId, timer }: Pick<Props, 'containerId' | 'timer'>) {
  const preview = useTimerPreview(containerId, timer)
  const timeZone = useTimeZone()
  if (timer.text === '') return null
  if (!preview) return <p className={describe.preview}>{texts.expression}</p>
  return (
    <p className={describe.preview} data-wrong={preview.problem !== null} aria-live="polite">
      {preview.problem === null
        ? texts.next(preview.next.map((at) => formatInstantOfWeek(at, timeZone)))
        : sayProblem(preview.problem)}
    </p>
  )
}
