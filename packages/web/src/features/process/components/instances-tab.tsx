import { Workflow } from 'lucide-react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts'
import { useProcess } from '../hooks/use-process.ts'
import { texts } from '../texts.ts'
import { InstanceTable } from './instance-table.tsx'
import styles from './process.module.css'
import { StartInstance } from './start-instance.tsx'
import { StepChain } from './step-chain.tsx'

type Props = { readonly containerId: string }

/** The instances of a process with the steps that they go through; the address names the step they are shown at. */
export function InstancesTab({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const process = useProcess(containerId)
  const stepId = useSearchText()['step'] ?? null
  const setSearch = useSetSearch()
  const { data } = process
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  const canStart = isManager || container?.myRole === 'contributor'
  if (data === undefined) {
    return process.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={process.error} onRetry={() => void process.refetch()} />
    )
  }
  const choose = (step: string | null) => setSearch({ step: step ?? undefined }, 'replace')
  const isEmpty = data.steps.every((step) => step.archivedAt !== null)
  return (
    <div className={styles.process}>
      {isEmpty ? (
        <EmptyState
          glyph={<Workflow size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={texts.emptySentence}
        />
      ) : (
        <>
          <div className={styles.toolbar}>
            <span className={styles.counts}>{texts.counts(data.counts.running, data.counts.finished)}</span>
            <span className={styles.toolsEnd}>{canStart && <StartInstance containerId={containerId} />}</span>
          </div>
          <StepChain steps={data.steps} chosenId={stepId} onChoose={choose} />
          <InstanceTable
            key={containerId}
            containerId={containerId}
            steps={data.steps}
            stepId={stepId}
            canCancel={canStart}
            onAllSteps={() => choose(null)}
          />
        </>
      )}
    </div>
  )
}
