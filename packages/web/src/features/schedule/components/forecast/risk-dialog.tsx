import type { PlanRowView, RiskView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  formatEffort,
  Modal,
  MultiSelect,
  NumberInput,
  readEffort,
  TextInput,
} from '../../../../ui/index.ts'
import { useMinorUnits } from '../../hooks/use-minor-units.ts'
import { textsForecast } from '../../texts-forecast.ts'
import styles from './forecast.module.css'

type Props = {
  /** Null: a new one. */
  readonly risk: RiskView | null
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly onClose: () => void
}

const words = textsForecast.risk

/** What a risk is, how likely, and what it delays and costs when it happens. */
export function RiskDialog({ risk, rows, containerId, onClose }: Props) {
  const { run } = useCommands()
  const { currency, minorUnits } = useMinorUnits()
  const [form, setForm] = useState(() => formOf(risk, minorUnits))
  const [refused, setRefused] = useState<Refused | null>(null)
  const [low, high] = [readDelay(form.delayLow), readDelay(form.delayHigh)]
  const isReady = form.title.trim() !== '' && low !== undefined && high !== undefined
  const change = (values: Partial<Form>) => setForm((before) => ({ ...before, ...values }))
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const outcome = await run(
      'schedule.saveRisk',
      {
        ...{
          id: risk?.id ?? newId(),
          containerId,
          title: form.title.trim(),
          probability: form.percent / 100,
        },
        ...{ delayLowMin: low, delayHighMin: Math.max(high, form.delayHigh === '' ? low : 0) },
        costLowMinor: Math.round(form.costLow * minorUnits),
        costHighMinor: Math.round((form.costHigh || form.costLow) * minorUnits),
        itemIds: form.itemIds,
      },
      { isSilent: true },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={risk ? textsForecast.editRisk : textsForecast.addRisk} size={560}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        {refused && (
          <Alert color="red" title={refused.sentence} role="alert">
            {refused.remedy}
          </Alert>
        )}
        <TextInput
          label={words.title}
          placeholder={words.titleHint}
          data-autofocus
          value={form.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <NumberInput
          label={words.probability}
          min={0}
          max={100}
          value={form.percent}
          onChange={(value) => change({ percent: Number(value) })}
        />
        <div className={styles.pair}>
          {(['delayLow', 'delayHigh'] as const).map((field) => (
            <TextInput
              key={field}
              label={words[field]}
              placeholder={words.delayHint}
              value={form[field]}
              error={readDelay(form[field]) === undefined ? words.delayWrong : null}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
          {(['costLow', 'costHigh'] as const).map((field) => (
            <NumberInput
              key={field}
              label={`${words[field]} (${currency})`}
              min={0}
              value={form[field]}
              onChange={(value) => change({ [field]: Number(value) })}
            />
          ))}
        </div>
        <MultiSelect
          label={words.items}
          placeholder={form.itemIds.length === 0 ? words.itemsHint : ''}
          searchable
          limit={50}
          data={rows
            .filter((row) => !row.isSummary)
            .map((row) => ({ value: row.itemId, label: `${row.wbs} ${row.title}` }))}
          value={form.itemIds}
          onChange={(itemIds) => change({ itemIds })}
        />
        <Button type="submit" disabled={!isReady}>
          {words.save}
        </Button>
      </form>
    </Modal>
  )
}

type Form = {
  readonly title: string
  readonly percent: number
  readonly delayLow: string
  readonly delayHigh: string
  readonly costLow: number
  readonly costHigh: number
  readonly itemIds: string[]
}

function formOf(risk: RiskView | null, minorUnits: number): Form {
  if (risk === null) {
    return { title: '', percent: 20, delayLow: '', delayHigh: '', costLow: 0, costHigh: 0, itemIds: [] }
  }
  return {
    ...{ title: risk.title, percent: Math.round(risk.probability * 100), itemIds: [...risk.itemIds] },
    delayLow: risk.delayHighMin === 0 ? '' : formatEffort(risk.delayLowMin),
    delayHigh: risk.delayHighMin === 0 ? '' : formatEffort(risk.delayHighMin),
    costLow: risk.costLowMinor / minorUnits,
    costHigh: risk.costHighMinor / minorUnits,
  }
}

/** Nothing is no delay; undefined is none that can be read. */
function readDelay(text: string): number | undefined {
  return text.trim() === '' ? 0 : readEffort(text)
}
