import type { ImportView } from '@millrace/contract'
import { useState } from 'react'
import { plural } from '../../../platform/language/index.ts'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { inOwnWords } from '../../../platform/refused.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { Alert, Button, formatCount, Link, Modal } from '../../../ui/index.ts'
import type { ImportRun } from '../hooks/use-imports.ts'
import { texts } from '../texts.ts'
import { CountList } from './count-list.tsx'
import styles from './exchange.module.css'
import { ProblemList } from './problem-list.tsx'

type Props = { readonly run: ImportView; readonly imported: ImportRun }

/** What an import made: to be looked at, approved or taken back. */
export function OutcomeStep({ run, imported }: Props) {
  const slug = useSlug()
  const container = useEntity('container', run.containerId)
  const isPlan = run.format === 'mspdi'
  const [asks, setAsks] = useState(false)
  if (run.state === 'failed') {
    return (
      <Alert color="red" title={texts.failedTitle}>
        {run.failure && inOwnWords(run.failure)} {texts.failedSentence}
      </Alert>
    )
  }
  const placeholders = (run.plan?.people ?? []).filter((person) => person.personId === null)
  return (
    <>
      <section className={styles.block}>
        <h2>{run.state === 'review' ? texts.reviewTitle : SENTENCES[run.state]}</h2>
        {run.state === 'review' && <p className={styles.soft}>{texts.reviewSentence}</p>}
        {run.plan && run.state !== 'reverted' && <CountList counts={run.plan.counts} />}
        {placeholders.length > 0 && run.state !== 'reverted' && (
          <ul className={styles.people}>
            {placeholders.map((person) => (
              <li key={person.written}>
                {person.name} <span className={styles.mark}>{texts.placeholder}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {run.removal && <Removal removal={run.removal} />}
      {run.state === 'review' && run.plan && <ProblemList found={run.plan} />}
      <div className={styles.actions}>
        {container && run.state !== 'reverted' && (
          <Link
            to={paths.container(slug, container.key, isPlan ? 'plan' : 'work')}
            // A plan is looked at as a plan, where it is asked whether its dates are to be kept.
            search={isPlan ? { dates: 'choose' } : {}}
            className={styles.open}
          >
            {texts.open}
          </Link>
        )}
        {run.state === 'review' && (
          <>
            <Button variant="default" color="red" onClick={() => setAsks(true)}>
              {texts.revert}
            </Button>
            <Button loading={imported.isBusy} onClick={() => void imported.approve()}>
              {texts.approve}
            </Button>
          </>
        )}
      </div>
      <Modal opened={asks} onClose={() => setAsks(false)} title={texts.sureTitle} size={420}>
        <p className={styles.soft}>{texts.sureText}</p>
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setAsks(false)}>
            {texts.keepIt}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsks(false)
              void imported.revert()
            }}
          >
            {texts.revert}
          </Button>
        </div>
      </Modal>
    </>
  )
}

const SENTENCES: Readonly<Partial<Record<ImportView['state'], string>>> = {
  approved: texts.approvedSentence,
  reverted: texts.revertedSentence,
}

type RemovalProps = { readonly removal: NonNullable<ImportView['removal']> }

function Removal({ removal }: RemovalProps) {
  return (
    <section className={styles.block}>
      <h2>{texts.removed}</h2>
      <ul className={styles.counts}>
        {Object.entries(texts.removedCount)
          .filter(([kind]) => removal.removed[kind] !== undefined)
          .map(([kind, words]) => (
            <li key={kind}>
              <strong>{formatCount(removal.removed[kind] ?? 0)}</strong>{' '}
              {plural(words, removal.removed[kind] ?? 0)}
            </li>
          ))}
      </ul>
      {removal.keptCount > 0 && (
        <>
          <h2>{texts.kept}</h2>
          <ul className={styles.people}>
            {removal.kept.map((kept) => (
              <li key={kept.id}>
                {kept.name}{' '}
                <span className={styles.soft}>{texts.keptReason[kept.reason] ?? kept.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
