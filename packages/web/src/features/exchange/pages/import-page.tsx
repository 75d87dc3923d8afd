import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { Alert, ErrorState, Link, PageHeader, Skeleton } from '../../../ui/index.ts'
import { CheckStep } from '../components/check-step.tsx'
import styles from '../components/exchange.module.css'
import { ImportSteps } from '../components/import-steps.tsx'
import { MapStep } from '../components/map-step.tsx'
import { OutcomeStep } from '../components/outcome-step.tsx'
import { RunningStep } from '../components/running-step.tsx'
import { type ImportRun, useImport } from '../hooks/use-imports.ts'
import { texts } from '../texts.ts'

/** One import from its file to its approval. */
export function ImportPage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false })
  const slug = useSlug()
  const imported = useImport(id)
  const { run } = imported
  return (
    <div className={styles.page}>
      <PageHeader
        title={
          <>
            <Link to={paths.imports(slug)} className={styles.crumb}>
              {texts.title}
            </Link>{' '}
            {run?.fileName}
          </>
        }
        note={run && texts.state[run.state]}
      />
      <div className={styles.reading}>
        {run === undefined ? (
          imported.error === null ? (
            <Skeleton rows={8} />
          ) : (
            <ErrorState title={texts.oneFailed} error={imported.error} onRetry={imported.retry} />
          )
        ) : (
          <>
            <ImportSteps state={run.state} hasPlan={run.plan !== null} />
            {imported.refused && (
              <Alert color="red" title={imported.refused.sentence}>
                {imported.refused.remedy}
              </Alert>
            )}
            <Step key={run.id} imported={imported} run={run} />
          </>
        )}
      </div>
    </div>
  )
}

type StepProps = { readonly imported: ImportRun; readonly run: NonNullable<ImportRun['run']> }

function Step({ imported, run }: StepProps) {
  const [isMapping, setMapping] = useState(false)
  if (run.state === 'uploaded' || (run.state === 'mapped' && isMapping)) {
    return <MapStep run={run} imported={imported} onMapped={() => setMapping(false)} />
  }
  switch (run.state) {
    case 'mapped':
      return <CheckStep run={run} imported={imported} onChange={() => setMapping(true)} />
    case 'running':
    case 'reverting':
      return <RunningStep run={run} imported={imported} />
    default:
      return <OutcomeStep run={run} imported={imported} />
  }
}
