import { Popover, TextInput } from '@mantine/core'
import { Calendar } from 'lucide-react'
import { useState } from 'react'
import { formatDay } from './format-time.ts'
import { LazyDayPicker } from './lazy-day-picker.tsx'
import { parseDay } from './parse-day.ts'
import { texts } from './texts.ts'
import { useToday } from './time-zone.ts'

type Props = {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly weekStart?: number
  readonly error?: string
  readonly description?: string
  readonly isRequired?: boolean
}

/** A form field for a calendar day: typed in words, or taken from the calendar behind its button. */
export function DayField({
  label,
  value,
  onChange,
  weekStart = 1,
  error,
  description,
  isRequired = false,
}: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const today = useToday()
  const settle = () => {
    if (text === null) return
    const typed = parseDay(text, today)
    if (text.trim() === '') onChange(null)
    else if (typed !== null) onChange(typed)
    setText(null)
  }
  return (
    <TextInput
      label={label}
      placeholder={texts.day.hint}
      value={text ?? (value === null ? '' : formatDay(value))}
      error={error}
      description={description}
      withAsterisk={isRequired}
      aria-required={isRequired}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus withinPortal>
          <Popover.Target>
            <button
              type="button"
              className="plain-button"
              aria-label={texts.day.openCalendar(label)}
              onClick={() => setOpen(!open)}
            >
              <Calendar size={14} strokeWidth={1.75} aria-hidden />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <LazyDayPicker
              value={value}
              weekStart={weekStart}
              label={label}
              onChange={(next) => {
                onChange(next)
                setOpen(false)
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
