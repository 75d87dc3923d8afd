import { isWrittenTime } from '@millrace/core/calendar'
import type { TimerProperties } from '../../../../ui/bpmn/index.ts'
import { DayField, NumberInput, Select, useToday } from '../../../../ui/index.ts'
import { LENGTH_UNITS, type PlainLength } from '../../model/level-length.ts'
import {
  DAY_PATTERNS,
  LAST_DAY,
  readTime,
  type SaidTimer,
  WEEKDAYS,
  type WrittenTimer,
} from '../../model/said-timer.ts'
import { describeTexts } from '../../texts-describe.ts'
import { levelTexts } from '../../texts-levels.ts'
import describe from './describe.module.css'
import { FeelField } from './feel-field.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly said: SaidTimer
  readonly timer: TimerProperties
  readonly onSay: (said: SaidTimer) => void
  readonly onWrite: (written: WrittenTimer) => void
}

const texts = describeTexts.timer
const HINTS = { ...texts.hint, cycle: 'R3/PT10M, RRULE:FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9' } as const
const KINDS = ['duration', 'date', 'cycle'] as const

/** What a way of saying a time asks for. */
export function TimerFields({ said, timer, onSay, onWrite }: Props) {
  const today = useToday()
  switch (said.way) {
    case 'after':
    case 'every':
      return (
        <LengthFields
          label={texts[said.way]}
          length={said.length}
          onChange={(length) => onSay({ ...said, length })}
        />
      )
    case 'at':
      return (
        <div className={describe.pair}>
          <DayField
            label={texts.day}
            value={said.day}
            onChange={(day) => onSay({ ...said, day: day ?? today })}
          />
          <TimeField time={said.time} onChange={(time) => onSay({ ...said, time })} />
        </div>
      )
    case 'days':
      return <DaysFields said={said} onSay={onSay} />
    case 'written':
      return <WrittenFields timer={timer} onWrite={onWrite} />
  }
}

type LengthProps = {
  readonly label: string
  readonly length: PlainLength
  readonly onChange: (length: PlainLength) => void
}

function LengthFields({ label, length, onChange }: LengthProps) {
  return (
    <div className={describe.pair}>
      <NumberInput
        {...{ size: 'xs', label, min: 1, max: 9999, allowDecimal: false, value: length.count }}
        onChange={(count) => typeof count === 'number' && count > 0 && onChange({ ...length, count })}
      />
      <Select
        size="xs"
        aria-label={label}
        allowDeselect={false}
        value={length.unit}
        data={LENGTH_UNITS.map((unit) => ({ value: unit, label: levelTexts.unit[unit] }))}
        onChange={(unit) =>
          onChange({ ...length, unit: LENGTH_UNITS.find((one) => one === unit) ?? length.unit })
        }
      />
    </div>
  )
}

type DaysProps = Pick<Props, 'onSay'> & { readonly said: Extract<SaidTimer, { readonly way: 'days' }> }

function DaysFields({ said, onSay }: DaysProps) {
  return (
    <>
      <Select
        size="xs"
        aria-label={texts.way.days}
        allowDeselect={false}
        value={said.pattern}
        data={DAY_PATTERNS.map((value) => ({ value, label: texts.pattern[value] }))}
        onChange={(value) =>
          onSay({ ...said, pattern: DAY_PATTERNS.find((one) => one === value) ?? said.pattern })
        }
      />
      <div className={describe.pair}>
        {said.pattern === 'weekly' && (
          <Select
            size="xs"
            label={texts.day}
            allowDeselect={false}
            value={said.weekday}
            data={WEEKDAYS.map((value) => ({ value, label: texts.weekday[value] }))}
            onChange={(value) =>
              onSay({ ...said, weekday: WEEKDAYS.find((one) => one === value) ?? said.weekday })
            }
          />
        )}
        {said.pattern === 'monthly' && (
          <Select
            size="xs"
            label={texts.day}
            allowDeselect={false}
            value={String(said.day)}
            data={MONTH_DAYS.map((day) => ({
              value: String(day),
              label: day === LAST_DAY ? texts.lastDay : texts.monthDay(day),
            }))}
            onChange={(day) => onSay({ ...said, day: Number(day ?? 1) })}
          />
        )}
        <TimeField time={said.time} onChange={(time) => onSay({ ...said, time })} />
      </div>
    </>
  )
}

/** Days that every month has, and its last. */
const MONTH_DAYS = [...Array.from({ length: 28 }, (_, place) => place + 1), LAST_DAY]

type TimeProps = { readonly time: string; readonly onChange: (time: string) => void }

function TimeField({ time, onChange }: TimeProps) {
  return (
    <SettledInput
      {...{ label: texts.time, value: time }}
      problemOf={(text) => (readTime(text) === null ? texts.noTime : null)}
      onSave={(text) => {
        const read = readTime(text)
        if (read !== null) onChange(read)
      }}
    />
  )
}

function WrittenFields({ timer, onWrite }: Pick<Props, 'timer' | 'onWrite'>) {
  const { kind, text } = timer
  return (
    <>
      <Select
        size="xs"
        label={texts.writtenAs}
        allowDeselect={false}
        value={kind}
        data={KINDS.map((value) => ({ value, label: texts.kind[value] }))}
        onChange={(value) => onWrite({ kind: KINDS.find((one) => one === value) ?? kind, text })}
      />
      <FeelField
        {...{ label: texts.text, hint: HINTS[kind], value: text, isLong: true }}
        isExpression={(written) => !isWrittenTime(written)}
        onSave={(written) => onWrite({ kind, text: written })}
      />
    </>
  )
}
