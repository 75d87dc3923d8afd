import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { NumberField } from '../item-plan/number-field.tsx'

type Props = {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly className?: string | undefined
  readonly valueMinor: number | null
  readonly onChange: (valueMinor: number | null) => void
}

/** An amount of money in the currency of the organisation; empty: none is said. */
export function MoneyField({ label, valueMinor, onChange, ...props }: Props) {
  const { currency, minorUnits } = useMinorUnits()
  return (
    <NumberField
      {...props}
      label={label}
      suffix={` ${currency}`}
      max={1e9}
      value={valueMinor === null ? null : valueMinor / minorUnits}
      onChange={(value) => onChange(value === null ? null : Math.round(value * minorUnits))}
    />
  )
}
