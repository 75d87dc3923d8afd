import type { MigrationReportView } from '@millrace/contract'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { Button } from '../../../../ui/index.ts'
import type { DryRunState } from '../../hooks/use-dry-run.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './repair.module.css'

type Props = { readonly dryRun: DryRunState }

/** What a migration would do with each instance, those first that cannot be taken along. */
export function DryRun({ dryRun: { reports, more } }: Props) {
  if (reports === null) return null
  const cannot = reports.filter(({ problems }) => problems.length > 0)
  const can = reports.filter(({ problems }) => problems.length === 0)
  return (
    <section className={styles.dryRun} aria-label={texts.dryRun}>
      <p role="status">
        <strong>{texts.can(can.length)}</strong>, {texts.cannot(cannot.length)}
      </p>
      <ul className={styles.refusals}>
        {[...cannot, ...can].map((report) => (
          <li key={report.instanceId}>
            {report.problems.length > 0 ? (
              <CircleAlert size={14} aria-hidden className={styles.bad} />
            ) : (
              <CircleCheck size={14} aria-hidden />
            )}{' '}
            #{report.number} {report.title} <span className={styles.soft}>{wordsOf(report).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {more && (
        <Button size="xs" variant="default" onClick={more}>
          {texts.more}
        </Button>
      )}
    </section>
  )
}

function wordsOf({ moves, closes, opens, forgets, problems }: MigrationReportView): readonly string[] {
  if (problems.length > 0) return problems.map(({ kind, at }) => `${texts.refusal[kind] ?? kind}: ${at}`)
  return [
    ...moves.map(({ from, to }) => texts.moves(from, to)),
    ...closes.map(({ at }) => texts.closes(at)),
    ...opens.map(({ at }) => texts.opens(at)),
    ...forgets.map(texts.forgets),
  ]
}
