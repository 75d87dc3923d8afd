import type { StepView } from '@millrace/contract'
import { ChevronRight, Clock } from 'lucide-react'
import { useDirectory } from '../../../platform/store/index.ts'
import { PersonAvatar, useNow } from '../../../ui/index.ts'
import { formatClockSpan } from '../model/clock-span.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'

type Props = {
  readonly steps: readonly StepView[]
  readonly chosenId: string | null
  readonly onChoose: (stepId: string | null) => void
}

/** The steps in their order with what is open in each. A click filters the instances below. */
export function StepChain({ steps, chosenId, onChoose }: Props) {
  const { people, teams } = useDirectory()
  const now = useNow()
  const most = Math.max(1, ...steps.map((step) => step.openCount))
  return (
    <ol className={styles.chain} aria-label={texts.steps}>
      {steps.map((step, index) => {
        const person = people.get(step.responsibleId ?? '')
        const who = person?.name ?? teams.get(step.teamId ?? '')?.name
        const isChosen = step.id === chosenId
        return (
          <li key={step.id} className={styles.chainItem}>
            {index > 0 && <ChevronRight size={14} className={styles.arrow} aria-hidden />}
            <button
              type="button"
              className={styles.step}
              aria-pressed={isChosen}
              data-late={step.overdueCount > 0 || undefined}
              data-archived={step.archivedAt !== null || undefined}
              onClick={() => onChoose(isChosen ? null : step.id)}
            >
              <span className={styles.stepName}>
                <span className={styles.stepNumber}>{index + 1}</span>
                {step.name}
              </span>
              <span className={styles.stepWho}>
                {person && <PersonAvatar person={person} size={16} />}
                {who}
              </span>
              <span className={styles.stepOpen}>
                <strong>{step.openCount}</strong>
                {step.oldestOpenedAt !== null && (
                  <span className={styles.soft}>
                    <Clock size={11} aria-hidden /> {texts.oldest(formatClockSpan(now - step.oldestOpenedAt))}
                  </span>
                )}
              </span>
              {step.overdueCount > 0 && (
                <span className={styles.stepLate}>{texts.late(step.overdueCount)}</span>
              )}
              <span className={styles.stepBar} aria-hidden>
                <span style={{ inlineSize: `${String((step.openCount / most) * 100)}%` }} />
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
