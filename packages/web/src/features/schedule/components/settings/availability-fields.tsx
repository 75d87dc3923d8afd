import type { ResourceView } from '@millrace/contract'
import { X } from 'lucide-react'
import { ActionIcon, Button, useToday } from '../../../../ui/index.ts'
import { textsPool as words } from '../../texts-pool.ts'
import { NumberField } from '../item-plan/number-field.tsx'
import { DayPair } from './day-pair.tsx'
import styles from './settings.module.css'

type Periods = ResourceView['availability']
type Props = { readonly periods: Periods; readonly onChange: (periods: Periods) => void }

/** Days on which there is another amount of a resource: part time from a day on, or away for some days. */
export function AvailabilityFields({ periods, onChange }: Props) {
  const today = useToday()
  const put = (index: number, patch: Partial<Periods[number]>) => {
    const before = periods[index]
    if (before) onChange(periods.with(index, { ...before, ...patch }))
  }
  const add = (period: Periods[number]) => onChange([...periods, period])
  return (
    <section className={styles.part} aria-label={words.availability}>
      <h3 className={styles.name}>{words.availability}</h3>
      {periods.length === 0 && <p className={styles.hint}>{words.alwaysThere}</p>}
      {/* They have no ids, and their order changes only when one goes. */}
      {[...periods.entries()].map(([index, { fromOn, toOn, maxUnits }]) => (
        <div key={index} className={styles.line}>
          <DayPair
            labels={{ from: words.from, to: words.until }}
            from={fromOn}
            to={toOn}
            onChange={(from, to) => put(index, { fromOn: from, toOn: to })}
          />
          <NumberField
            label={words.amount}
            className={styles.narrow}
            value={Math.round(maxUnits * 1000) / 10}
            suffix=" %"
            max={100_000}
            isRequired
            onChange={(percent) => percent !== null && put(index, { maxUnits: percent / 100 })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={words.removeDays(fromOn)}
            onClick={() => onChange(periods.toSpliced(index, 1))}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={() => add({ fromOn: today, toOn: null, maxUnits: 0.5 })}>
          {words.addPartTime}
        </Button>
        <Button size="xs" variant="default" onClick={() => add({ fromOn: today, toOn: today, maxUnits: 0 })}>
          {words.addAbsence}
        </Button>
      </div>
    </section>
  )
}
