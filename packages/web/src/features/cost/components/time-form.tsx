import { type SyntheticEvent, useState } from 'react'
import { Button, DayField, formatEffort, readEffort, TextInput, useToday } from '../../../ui/index.ts'
import type { WrittenTime } from '../hooks/use-item-time.ts'
import { costTexts as words } from '../texts.ts'
import styles from './item-time.module.css'

type Props = {
  readonly initial?: WrittenTime
  readonly weekStart: number
  readonly submitLabel: string
  /** False: it was refused, and stays to be mended. */
  readonly onSubmit: (time: WrittenTime) => Promise<boolean>
  readonly onCancel?: () => void
}

/** How long, on which day, and on what: one line. */
export function TimeForm({ initial, weekStart, submitLabel, onSubmit, onCancel }: Props) {
  const today = useToday()
  const [text, setText] = useState(initial ? formatEffort(initial.minutes) : '')
  const [day, setDay] = useState<string | null>(initial?.day ?? today)
  const [note, setNote] = useState(initial?.note ?? '')
  const minutes = readEffort(text)
  const canSubmit = minutes !== undefined && minutes > 0 && day !== null
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!canSubmit) return
    const isDone = await onSubmit({ day, minutes, note: note.trim() })
    if (!isDone || initial) return
    setText('')
    setNote('')
  }
  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
      <TextInput
        className={styles.short}
        label={words.duration}
        placeholder={words.durationHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.short}>
        <DayField label={words.day} value={day} onChange={setDay} weekStart={weekStart} />
      </div>
      <TextInput
        className={styles.long}
        label={words.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!canSubmit}>
        {submitLabel}
      </Button>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </form>
  )
}
