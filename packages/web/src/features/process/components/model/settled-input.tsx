import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Autocomplete, Textarea, TextInput } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly description?: ReactNode
  /** What is wrong with it, in words; null: nothing. */
  readonly problemOf?: (text: string) => ReactNode
  readonly isLong?: boolean
  readonly isCode?: boolean
  /** Names to choose from; others may be written, too. */
  readonly offered?: readonly string[]
  readonly onSave: (text: string) => void
}

/** A field that saves when it is left, or by Enter; Escape takes back what was typed. */
export function SettledInput(props: Props) {
  const {
    label,
    value,
    hint,
    description,
    problemOf,
    offered,
    isLong = false,
    isCode = false,
    onSave,
  } = props
  const [draft, setDraft] = useState<string | null>(null)
  const settle = (text = draft) => {
    if (text !== null && text.trim() !== value) onSave(text.trim())
    setDraft(null)
  }
  const shared = {
    ...{ label, description, error: problemOf?.(draft ?? value) ?? null, size: 'xs' as const },
    ...(hint === undefined ? {} : { placeholder: hint }),
    ...(isCode ? { spellCheck: false, styles: { input: { fontFamily: 'var(--font-mono)' } } } : {}),
    value: draft ?? value,
    onBlur: () => settle(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation()
        setDraft(null)
      }
      if (event.key === 'Enter' && !isLong) settle()
    },
  }
  if (isLong) {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    )
  }
  if (offered) {
    return (
      <Autocomplete
        {...shared}
        data={[...offered]}
        onChange={setDraft}
        onOptionSubmit={(text) => settle(text)}
      />
    )
  }
  return <TextInput {...shared} onChange={(event) => setDraft(event.currentTarget.value)} />
}
