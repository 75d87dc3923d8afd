import type { ImportPlan } from '@millrace/contract'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { inOwnWords } from '../../../platform/refused.ts'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = { readonly found: Pick<ImportPlan, 'problems' | 'problemCount' | 'errorCount'> }

const SHOWN = 30

/** What could not be taken over as it stands, each with its place in the file. */
export function ProblemList({ found }: Props) {
  const { problems, problemCount } = found
  if (problemCount === 0) return <p className={styles.fits}>{texts.noProblems}</p>
  return (
    <section className={styles.block}>
      <h2>{texts.problems(problemCount)}</h2>
      <ul className={styles.problems}>
        {problems.slice(0, SHOWN).map((problem, index) => (
          // Two problems may say the same of the same line.
          <li key={`${String(index)}-${problem.code}`} data-severity={problem.severity}>
            {problem.severity === 'error' ? (
              <CircleAlert size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} aria-hidden />
            )}
            <span className={styles.place}>
              {[problem.line === null ? null : texts.line(problem.line), problem.column, problem.subject]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            <span>{inOwnWords(problem)}</span>
          </li>
        ))}
      </ul>
      {problemCount > SHOWN && <p className={styles.soft}>{texts.problemsMore(problemCount - SHOWN)}</p>}
    </section>
  )
}
