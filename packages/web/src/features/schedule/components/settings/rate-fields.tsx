import type { ResourceView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { X } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, DayField, useToday } from '../../../../ui/index.ts'
import { textsPool as words } from '../../texts-pool.ts'
import { MoneyField } from './money-field.tsx'
import styles from './settings.module.css'

type Prices = Pick<ResourceView, 'rateMinorPerHour' | 'costPerUseMinor' | 'rates'>
type Props = { readonly prices: Prices; readonly onChange: (patch: Partial<Prices>) => void }

/** What a resource costs an hour and each time it is used, and from which day on something else. */
export function RateFields({ prices, onChange }: Props) {
  const { rateMinorPerHour, costPerUseMinor, rates } = prices
  const today = useToday()
  const handleAdd = () => {
    const last = rates
      .map(({ fromOn }) => fromOn)
      .toSorted()
      .at(-1)
    const fromOn = last !== undefined && last >= today ? addDays(last, 1) : today
    onChange({ rates: [...rates, { fromOn, rateMinorPerHour, costPerUseMinor }] })
  }
  return (
    <section className={styles.part} aria-label={words.cost}>
      <h3 className={styles.name}>{words.cost}</h3>
      <div className={styles.line}>
        <MoneyField
          label={words.rate}
          valueMinor={rateMinorPerHour}
          onChange={(value) => onChange({ rateMinorPerHour: value })}
        />
        <MoneyField
          label={words.costPerUse}
          valueMinor={costPerUseMinor}
          onChange={(value) => onChange({ costPerUseMinor: value })}
        />
      </div>
      {/* They have no ids, and their order changes only when one goes. */}
      {[...rates.entries()].map(([index, rate]) => (
        <RateLine
          key={index}
          rate={rate}
          isTaken={(day) => rates.some(({ fromOn }) => fromOn === day)}
          onChange={(next) => onChange({ rates: rates.with(index, next) })}
          onRemove={() => onChange({ rates: rates.toSpliced(index, 1) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={handleAdd}>
          {words.addRate}
        </Button>
      </div>
    </section>
  )
}

type Rate = Prices['rates'][number]
type LineProps = {
  readonly rate: Rate
  readonly isTaken: (day: string) => boolean
  readonly onChange: (rate: Rate) => void
  readonly onRemove: () => void
}

function RateLine({ rate, isTaken, onChange, onRemove }: LineProps) {
  const { weekStart } = useDirectory().organisation
  return (
    <div className={styles.line}>
      <DayField
        label={words.from}
        value={rate.fromOn}
        weekStart={weekStart}
        onChange={(day) => day !== null && !isTaken(day) && onChange({ ...rate, fromOn: day })}
      />
      <MoneyField
        label={words.rate}
        valueMinor={rate.rateMinorPerHour}
        onChange={(value) => onChange({ ...rate, rateMinorPerHour: value })}
      />
      <MoneyField
        label={words.costPerUse}
        valueMinor={rate.costPerUseMinor}
        onChange={(value) => onChange({ ...rate, costPerUseMinor: value })}
      />
      <ActionIcon variant="subtle" aria-label={words.removeRate(rate.fromOn)} onClick={onRemove}>
        <X size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}
