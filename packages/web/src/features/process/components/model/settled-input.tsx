import { useState } from 'react'
import { Textarea, TextInput } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** What is wrong with it, in words; null: nothing. */
  readonly problemOf?: (text: string) => string | null
  readonly isLong?: boolean
  readonly isCode?: boolean
  readonly onSave: (text: string) => void
}

/** A field that saves when it is left, or by Enter; Escape takes back what was typed. */
export function SettledInput({
  label,
  value,
  hint,
  problemOf,
  isLong = false,
  isCode = false,
  onSave,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const problem = problemOf?.(draft ?? value) ?? null
  const settle = () => {
    if (draft !== null && draft.trim() !== value) onSave(draft.trim())
    setDraft(null)
  }
  const shared = {
    ...{ label, error: problem, size: 'xs' as const },
    ...(hint === undefined ? {} : { placeholder: hint }),
    ...(isCode ? { spellCheck: false, styles: { input: { fontFamily: 'var(--font-mono)' } } } : {}),
    value: draft ?? value,
    onBlur: settle,
  }
  const handleKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
    if (event.key === 'Enter' && !isLong) settle()
  }
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={8}
      onKeyDown={handleKey}
      onChange={(event) => setDraft(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onKeyDown={handleKey} onChange={(event) => setDraft(event.currentTarget.value)} />
  )
}
