import { ITEM_RULES } from '@millrace/core/cost'
import { formatShort, Select } from '../../../../ui/index.ts'
import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { amountWords } from '../../model/amount-words.ts'
import { textsEarning as words } from '../../texts-earning.ts'
import { NumberField } from '../item-plan/number-field.tsx'
import { SpanField } from '../item-plan/span-field.tsx'
import type { EarningFieldProps } from './earning-row.ts'
import styles from './value.module.css'

const UNITS_MAX = 1e9
const WEIGHT_MAX = 1e6
const MONEY_MAX = 1e12

/** A summary earns what lies below it, unless it was said to earn by its milestones. */
export function EarningRule({ row, canWrite, onChange }: EarningFieldProps) {
  if (row.isWeighed) return <>{words.milestone}</>
  if (!canWrite) return <>{row.isSummary && row.rule === 'percent' ? words.below : words.rule[row.rule]}</>
  const known = row.isSummary ? (['percent', 'milestones'] as const) : ITEM_RULES
  const nameOf = (rule: (typeof ITEM_RULES)[number]) =>
    row.isSummary && rule === 'percent' ? words.below : words.rule[rule]
  return (
    <Select
      size="xs"
      aria-label={words.ruleOf(row.title)}
      allowDeselect={false}
      data={known.map((value) => ({ value, label: nameOf(value) }))}
      value={row.rule}
      onChange={(value) => {
        const rule = known.find((each) => each === value)
        if (rule) onChange({ rule })
      }}
    />
  )
}

/** Units done of units ordered, or the weight of a milestone. */
export function EarningMeasure({ row, canWrite, onChange }: EarningFieldProps) {
  const { isWeighed, weight, unitsDone, unitsTotal, title } = row
  if (isWeighed) {
    if (!canWrite) return <>{words.weight(formatShort(weight ?? 1))}</>
    return (
      <NumberField
        isLabelHidden
        label={words.weightOf(title)}
        min={0.001}
        max={WEIGHT_MAX}
        value={weight ?? 1}
        onChange={(next) => onChange({ weight: next })}
      />
    )
  }
  if (row.rule !== 'units') return null
  if (!canWrite)
    return (
      <>{words.units(formatShort(unitsDone ?? 0), unitsTotal === null ? '?' : formatShort(unitsTotal))}</>
    )
  return (
    <span className={styles.units}>
      <NumberField
        isLabelHidden
        label={words.unitsDone(title)}
        max={UNITS_MAX}
        value={unitsDone}
        onChange={(next) => onChange({ unitsDone: next })}
      />
      <span>{words.of}</span>
      <NumberField
        isLabelHidden
        label={words.unitsTotal(title)}
        min={0.001}
        max={UNITS_MAX}
        value={unitsTotal}
        onChange={(next) => onChange({ unitsTotal: next })}
      />
    </span>
  )
}

/** What the rest of a package takes, estimated anew. */
export function EarningRest({ row, unit, canWrite, onChange }: EarningFieldProps) {
  const { currency, minorUnits } = useMinorUnits()
  const isPackage = row.budgetAtCompletion > 0 && (!row.isSummary || row.rule === 'milestones')
  if (!isPackage) return null
  const { restMinor, restMin, title } = row
  const rest = unit === 'money' ? restMinor : restMin
  if (!canWrite) return <>{rest === null ? '' : amountWords(unit, currency)(rest)}</>
  if (unit === 'minutes') {
    return (
      <SpanField
        isLabelHidden
        label={words.restOf(title)}
        value={restMin}
        onChange={(next) => onChange({ restMin: next })}
      />
    )
  }
  return (
    <NumberField
      isLabelHidden
      label={words.restOf(title)}
      max={MONEY_MAX}
      value={restMinor === null ? null : restMinor / minorUnits}
      onChange={(next) => onChange({ restMinor: next === null ? null : Math.round(next * minorUnits) })}
    />
  )
}
