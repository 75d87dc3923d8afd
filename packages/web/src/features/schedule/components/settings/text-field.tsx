import { useState } from 'react'
import { TextInput } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly isLabelHidden?: boolean
  readonly className?: string | undefined
  readonly isValid?: (text: string) => boolean
  /** What is wrong, when it is. */
  readonly problem?: string
  readonly onChange: (text: string) => void
}

/** A text that is said when the field is left. */
export function TextField({ label, value, isLabelHidden = false, isValid, problem, ...props }: Props) {
  const [text, setText] = useState<string | null>(null)
  const isWrong = text !== null && isValid !== undefined && !isValid(text.trim())
  const settle = () => {
    if (text === null || isWrong) return
    if (text.trim() !== value) props.onChange(text.trim())
    setText(null)
  }
  return (
    <TextInput
      className={props.className ?? ''}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      maxLength={200}
      value={text ?? value}
      error={isWrong ? (problem ?? true) : null}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
