import { useState } from 'react'
import { TextInput } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly isReadOnly: boolean
  readonly onSave: (value: string) => void
}

/** A text field that saves when it is left or Enter is pressed. */
export function SettledText({ label, value, isReadOnly, onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    const text = (draft ?? value).trim()
    if (text !== '' && text !== value) onSave(text)
    setDraft(null)
  }
  return (
    <TextInput
      size="xs"
      label={label}
      readOnly={isReadOnly}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
