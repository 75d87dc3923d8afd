import { Textarea } from '../../../../ui/index.ts'
import styles from './forms.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly error: string | undefined
  readonly example?: string
  readonly onChange: (text: string | null) => void
}

/** An expression of FEEL. */
export function FeelInput({ label, value, error, example, onChange }: Props) {
  return (
    <Textarea
      label={label}
      value={value}
      error={error}
      placeholder={example}
      autosize
      minRows={1}
      maxLength={4000}
      spellCheck={false}
      className={styles.mono ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
