import { useDirectory } from '../../../../platform/store/index.ts'
import { DayField } from '../../../../ui/index.ts'

type Props = {
  readonly labels: { readonly from: string; readonly to: string }
  readonly from: string
  /** Null: it has no end. */
  readonly to: string | null
  readonly onChange: (from: string, to: string | null) => void
}

/** A first and a last day. The last one is never before the first. */
export function DayPair({ labels, from, to, onChange }: Props) {
  const { weekStart } = useDirectory().organisation
  const say = (first: string, last: string | null) =>
    onChange(first, last !== null && last < first ? first : last)
  return (
    <>
      <DayField
        label={labels.from}
        value={from}
        weekStart={weekStart}
        onChange={(day) => day !== null && say(day, to)}
      />
      <DayField label={labels.to} value={to} weekStart={weekStart} onChange={(day) => say(from, day)} />
    </>
  )
}
