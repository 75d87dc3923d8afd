import { useState } from 'react'
import { Checkbox, ErrorState, PlainTable, Select, Skeleton } from '../../../../ui/index.ts'
import type { useSuggestion } from '../../hooks/use-repair.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './repair.module.css'

/** Where elements go that do not go to the same id. */
export type Plan = Readonly<Record<string, string | null>>

type Props = {
  readonly suggestion: ReturnType<typeof useSuggestion>
  readonly plan: Plan
  readonly onPlan: (plan: Plan) => void
}

/** Where each place of one version goes in another: what is suggested, and what was chosen instead. */
export function MigrationPlanTable({ suggestion, plan, onPlan }: Props) {
  const { data, error, refetch } = suggestion
  const [isUsed, setUsed] = useState(true)
  if (data === undefined) {
    if (error === null) return <Skeleton rows={4} />
    return <ErrorState title={texts.failed} error={error} onRetry={() => void refetch()} />
  }
  const targets = data.targets.map(({ id, name }) => ({ value: id, label: name || id }))
  const rows = data.elements.filter(({ count, to: target }) => !isUsed || count > 0 || target === null)
  return (
    <section>
      <div className={styles.planHead}>
        <h3 className={styles.heading}>{texts.planTitle}</h3>
        <Checkbox
          size="xs"
          label={texts.onlyUsed}
          checked={isUsed}
          onChange={(event) => setUsed(event.currentTarget.checked)}
        />
      </div>
      <div className={styles.plan}>
        <PlainTable label={texts.planTitle} narrow="cards" columns={Object.values(texts.planColumn)}>
          {rows.map((element) => (
            <tr key={element.id}>
              <th scope="row" className={styles.rowName}>
                {element.name || element.id}
              </th>
              <td data-label={texts.planColumn.count}>{element.count}</td>
              <td>
                <Select
                  size="xs"
                  aria-label={`${element.name || element.id}: ${texts.planColumn.to}`}
                  placeholder={texts.nowhere}
                  data={targets}
                  value={element.id in plan ? (plan[element.id] ?? null) : element.to}
                  searchable
                  clearable
                  onChange={(target) => onPlan({ ...plan, [element.id]: target })}
                />
                <span className={styles.soft}>{texts.suggested[element.why]}</span>
              </td>
            </tr>
          ))}
        </PlainTable>
      </div>
    </section>
  )
}
