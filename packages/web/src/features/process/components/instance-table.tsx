import type { InstanceView, StepView } from '@millrace/contract'
import { useState } from 'react'
import { ErrorState, SegmentedControl, Skeleton } from '../../../ui/index.ts'
import { useInstances } from '../hooks/use-process.ts'
import { texts } from '../texts.ts'
import { InstanceRow } from './instance-row.tsx'
import styles from './process.module.css'

type Props = {
  readonly containerId: string
  readonly steps: readonly StepView[]
  readonly stepId: string | null
  readonly canCancel: boolean
  readonly onAllSteps: () => void
}

const STATES = ['running', 'finished', 'cancelled', 'failed'] as const

/** The instances of a process: where each is, since when, and with whom. */
export function InstanceTable({ containerId, steps, stepId, canCancel, onAllSteps }: Props) {
  const [state, setState] = useState<InstanceView['state']>('running')
  const { instances, error, retry, more } = useInstances(containerId, { state, stepId })
  const step = steps.find((each) => each.id === stepId)
  const { column } = texts
  return (
    <section className={styles.instances}>
      <div className={styles.instancesHead}>
        <SegmentedControl
          size="xs"
          aria-label={texts.stateLabel}
          value={state}
          onChange={(value) => setState(STATES.find((known) => known === value) ?? 'running')}
          data={STATES.map((value) => ({ value, label: texts.state[value] }))}
        />
        {step && (
          <button type="button" className={styles.chip} onClick={onAllSteps}>
            {step.name} ×
          </button>
        )}
      </div>
      {instances === undefined ? (
        error === null ? (
          <Skeleton rows={5} />
        ) : (
          <ErrorState title={texts.instancesFailed} error={error} onRetry={retry} />
        )
      ) : instances.length === 0 ? (
        <p className={styles.nothing}>{step ? texts.noInstancesAtStep : texts.noInstances[state]}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" data-number>
                {column.number}
              </th>
              <th scope="col">{column.title}</th>
              <th scope="col">{column.progress}</th>
              <th scope="col">{column.step}</th>
              <th scope="col">{column.who}</th>
              <th scope="col" data-number>
                {column.here}
              </th>
              <th scope="col" data-number>
                {column.age}
              </th>
              <th scope="col">{column.due}</th>
              <th scope="col">
                <span className="visually-hidden">{column.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {instances.map((instance) => (
              <InstanceRow key={instance.id} instance={instance} steps={steps} canCancel={canCancel} />
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
