import { useParams } from '@tanstack/react-router'
import { ErrorState, PageHeader, Skeleton } from '../../../ui/index.ts'
import styles from '../components/practice.module.css'
import { PracticeActions } from '../components/practice-actions.tsx'
import { PracticeEffect } from '../components/practice-effect.tsx'
import { PracticeFacts } from '../components/practice-facts.tsx'
import { PracticeHow } from '../components/practice-how.tsx'
import { PracticeNorm } from '../components/practice-norm.tsx'
import { PracticeVersions } from '../components/practice-versions.tsx'
import { useMayKeep, usePractice } from '../hooks/use-practices.ts'
import { stateWords } from '../model/state-words.ts'
import { texts } from '../texts.ts'

/** One practice: how it is done, what it takes and makes, and the work that names it. */
export function PracticePage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const asked = usePractice(id)
  const canKeep = useMayKeep()
  if (asked.data === undefined) {
    return asked.error === null ? (
      <Skeleton rows={8} />
    ) : (
      <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  const { practice, openCount, versions, measured } = asked.data
  return (
    <>
      <PageHeader
        title={practice.name}
        note={stateWords(practice)}
        actions={canKeep && <PracticeActions practice={practice} />}
      />
      <div className={styles.page} role="region" aria-label={practice.name} tabIndex={0}>
        <div className={styles.columns}>
          <div>
            <PracticeHow practice={practice} />
            <PracticeEffect id={practice.id} />
            <PracticeVersions versions={versions} />
          </div>
          <div>
            <PracticeFacts practice={practice} openCount={openCount} />
            <PracticeNorm norm={practice.norm} measured={measured} />
          </div>
        </div>
      </div>
    </>
  )
}
