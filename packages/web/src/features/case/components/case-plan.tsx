import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { useEntity } from '../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/index.ts'
import { useCase } from '../hooks/use-case.ts'
import { texts } from '../texts.ts'
import { AddStage } from './add-stage.tsx'
import styles from './case.module.css'
import { CaseNow } from './case-now.tsx'
import { StageColumns } from './stage-columns.tsx'

type Props = { readonly containerId: string }

/** The plan of a case: where it stands, what is to be done now, what could be done, and its stages. */
export function CasePlan({ containerId }: Props) {
  const container = useEntity('container', containerId)
  const asked = useCase(containerId)
  const [isAdding, setAdding] = useState(false)
  const { data } = asked
  const canWrite =
    container?.archivedAt === null && (container.myRole === 'manager' || container.myRole === 'contributor')
  if (data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const refetch = () => void asked.refetch()
  return (
    <div className={styles.case}>
      {container && (
        <div className={styles.head}>
          <dl className={styles.facts}>
            <div>
              <dt>{texts.subject}</dt>
              <dd>{container.subject}</dd>
            </div>
            <div>
              <dt>{texts.over}</dt>
              <dd>{container.wishedEndState}</dd>
            </div>
          </dl>
          <span className={styles.required} data-open={data.requiredOpen > 0 || undefined}>
            {data.requiredOpen > 0 ? texts.requiredOpen(data.requiredOpen) : texts.nothingRequired}
          </span>
        </div>
      )}
      {data.stages.length === 0 && data.items.length === 0 && !isAdding ? (
        <EmptyState
          glyph={<FolderOpen size={20} strokeWidth={1.75} />}
          title={texts.emptyTitle}
          sentence={texts.emptySentence}
          {...(canWrite ? { action: { label: texts.addStage, onClick: () => setAdding(true) } } : {})}
        />
      ) : (
        <>
          <CaseNow plan={data} containerId={containerId} canWrite={canWrite} onChanged={refetch} />
          <StageColumns plan={data} containerId={containerId} canWrite={canWrite} onChanged={refetch}>
            {canWrite && <AddStage containerId={containerId} stages={data.stages} onChanged={refetch} />}
          </StageColumns>
        </>
      )}
    </div>
  )
}
