import { NumberInput } from '../../../../ui/index.ts'

type Props = {
  readonly label: string
  readonly value: number | null
  readonly min?: number
  readonly max: number
  readonly isLabelHidden?: boolean
  /** What it counts, behind the number. */
  readonly suffix?: string
  readonly isRequired?: boolean
  readonly className?: string | undefined
  readonly onChange: (value: number | null) => void
}

/** A number that is said when the field is left. */
export function NumberField({ label, value, min = 0, max, isLabelHidden = false, ...props }: Props) {
  return (
    <NumberInput
      // What others or the matrix of work change meanwhile is shown.
      key={String(value)}
      className={props.className ?? ''}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      min={min}
      max={max}
      hideControls
      suffix={props.suffix ?? ''}
      defaultValue={value ?? ''}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
      onBlur={(event) => {
        const text = event.currentTarget.value
          .replace(props.suffix ?? '', '')
          .replace(',', '.')
          .trim()
        const next = text === '' ? null : Number(text)
        if (next === value || Number.isNaN(next)) return
        if (next !== null && (next < min || next > max)) return
        if (next !== null || props.isRequired !== true) props.onChange(next)
      }}
    />
  )
}
