import { TASK_TYPES } from '@millrace/core/schedule'
import { useState } from 'react'
import { Select, Switch, TextInput } from '../../../../ui/index.ts'
import { textsPool } from '../../texts-pool.ts'
import { textsWork as words } from '../../texts-work.ts'
import { MoneyField } from '../settings/money-field.tsx'
import styles from './item-plan.module.css'
import { NormOrigin } from './norm-origin.tsx'
import { NumberField } from './number-field.tsx'
import type { PlanPartProps } from './plan-part.ts'
import { ShapeField } from './shape-field.tsx'
import { SpanField } from './span-field.tsx'

/** How much work it is, and what stays when something of that changes. */
export function PlanWork({ itemPlan, model }: PlanPartProps) {
  const { plan, isMilestone } = itemPlan
  const { change, canWrite } = model
  if (isMilestone) return null
  return (
    <fieldset className={styles.group} disabled={!canWrite}>
      <legend className={styles.name}>{words.work}</legend>
      <div className={styles.fields}>
        <Select
          className={styles.wide ?? ''}
          label={words.taskType}
          allowDeselect={false}
          disabled={!canWrite}
          data={TASK_TYPES.map((type) => ({ value: type, label: words.taskTypes[type] }))}
          value={plan.taskType}
          onChange={(value) =>
            change({ taskType: TASK_TYPES.find((known) => known === value) ?? plan.taskType })
          }
        />
        <NumberField
          label={words.quantity}
          value={plan.quantity}
          max={1e9}
          onChange={(quantity) => change({ quantity })}
        />
        <UnitField unit={plan.quantityUnit} onChange={(quantityUnit) => change({ quantityUnit })} />
        <SpanField label={words.norm} value={plan.normMin} onChange={(normMin) => change({ normMin })} />
        <NormOrigin itemPlan={itemPlan} model={model} />
        <MoneyField
          label={textsPool.fixedCost}
          valueMinor={plan.fixedCostMinor}
          onChange={(fixedCostMinor) => change({ fixedCostMinor })}
        />
        <ShapeField itemPlan={itemPlan} model={model} />
        <Switch
          size="xs"
          className={styles.switch ?? ''}
          label={words.isEffortDriven}
          checked={plan.isEffortDriven || plan.taskType === 'work'}
          disabled={!canWrite || plan.taskType === 'work'}
          onChange={(event) => change({ isEffortDriven: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  )
}

type UnitProps = { readonly unit: string; readonly onChange: (unit: string) => void }

function UnitField({ unit, onChange }: UnitProps) {
  const [text, setText] = useState<string | null>(null)
  return (
    <TextInput
      label={words.quantityUnit}
      placeholder={words.quantityUnitHint}
      maxLength={20}
      value={text ?? unit}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        const said = text?.trim() ?? unit
        if (said !== unit) onChange(said)
        setText(null)
      }}
    />
  )
}
