import type { InstanceFilter, StepView } from '@millrace/contract'
import { useState } from 'react'
import { useEntity } from '../../../platform/store/index.ts'
import { Checkbox, ErrorState, Skeleton } from '../../../ui/index.ts'
import { useChoice } from '../hooks/use-choice.ts'
import { useInstances, useProcess } from '../hooks/use-process.ts'
import { texts } from '../texts.ts'
import { textsRepair } from '../texts-repair.ts'
import { textsSuspend } from '../texts-suspend.ts'
import { InstanceRow } from './instance-row.tsx'
import { ChosenBar } from './instances/chosen-bar.tsx'
import { InstanceFilters } from './instances/instance-filters.tsx'
import styles from './process.module.css'

type Props = {
  readonly containerId: string
  readonly steps: readonly StepView[]
  /** Only what is at this step; null: everywhere. */
  readonly stepId: string | null
  readonly canCancel: boolean
  readonly onAllSteps: () => void
}

const COLUMNS = ['title', 'progress', 'step', 'who', 'here', 'age', 'due'] as const

/** The instances of a process: where each is, since when, and with whom; found, chosen, and mended together. */
export function InstanceTable(props: Props) {
  const { containerId, steps, stepId, canCancel, onAllSteps } = props
  const container = useEntity('container', containerId)
  const canRepair = container?.myRole === 'manager' && container.archivedAt === null
  const newest = useProcess(containerId).data?.model?.number ?? 1
  const [filter, setFilter] = useState<InstanceFilter>({ state: 'running' })
  const step = steps.find((each) => each.id === stepId)
  const wanted = { ...filter, ...(stepId === null ? {} : { stepId }) }
  const { instances, error, retry, more } = useInstances(containerId, wanted)
  const choice = useChoice(instances ?? [], JSON.stringify(wanted))
  return (
    <section className={styles.instances}>
      <div className={styles.instancesHead}>
        <InstanceFilters filter={filter} steps={steps} newest={newest} onFilter={setFilter} />
        {step && (
          <button type="button" className={styles.chip} onClick={onAllSteps}>
            {step.name} ×
          </button>
        )}
      </div>
      {choice.count > 0 && (
        <ChosenBar
          {...{ containerId, choice, steps, newest }}
          filter={step ? { ...filter, elementId: step.elementId } : filter}
          hasMore={more !== null}
        />
      )}
      {instances === undefined ? (
        error === null ? (
          <Skeleton rows={5} />
        ) : (
          <ErrorState title={texts.instancesFailed} error={error} onRetry={retry} />
        )
      ) : instances.length === 0 ? (
        <p className={styles.nothing}>{nothingWords(filter, step !== undefined)}</p>
      ) : (
        <table className={styles.table} data-choosing={canRepair || undefined}>
          <thead>
            <tr>
              {canRepair && (
                <th scope="col">
                  <Checkbox
                    size="xs"
                    aria-label={textsRepair.chooseAll}
                    checked={choice.isAll}
                    indeterminate={choice.count > 0 && !choice.isAll}
                    onChange={choice.toggleAll}
                  />
                </th>
              )}
              <th scope="col" data-number>
                {texts.column.number}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-number={column === 'here' || column === 'age' || undefined}>
                  {texts.column[column]}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{texts.column.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {instances.map((instance) => (
              <InstanceRow
                key={instance.id}
                {...{ instance, steps, canCancel, newest }}
                choose={
                  canRepair
                    ? { isChosen: choice.has(instance.id), onChoose: () => choice.toggle(instance.id) }
                    : null
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {more && (
        <button type="button" className={styles.quiet} onClick={more}>
          {texts.more}
        </button>
      )}
    </section>
  )
}

/** Why the list is empty: nothing is in that state, or nothing is as it was looked for. */
function nothingWords({ state, ...rest }: InstanceFilter, isAtStep: boolean): string {
  if (state === undefined || Object.keys(rest).length > 0) return textsRepair.noneMatches
  if (isAtStep) return texts.noInstancesAtStep
  return state === 'suspended' ? textsSuspend.none : texts.noInstances[state]
}
