import type { ProcessFinding } from '@millrace/core/process'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { sayFinding } from '../../model/finding-words.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import styles from './model.module.css'

type Props = {
  readonly findings: readonly ProcessFinding[]
  readonly nameOf: (id: string) => string
  /** The one that was come to last. */
  readonly current: ProcessFinding | null
  readonly onChoose: (finding: ProcessFinding) => void
}

const SIGNS = { error: CircleAlert, warning: TriangleAlert, hint: Info }

/** What is noticed of a model, the weightiest first, with what to do about it. */
export function FindingsList({ findings, nameOf, current, onChoose }: Props) {
  if (findings.length === 0) return <p className={styles.nothing}>{texts.noFindings}</p>
  return (
    <ul className={styles.findings} aria-label={texts.findings}>
      {findings.map((finding) => {
        const Sign = SIGNS[finding.weight]
        const { sentence, remedy } = sayFinding(finding, nameOf(finding.at))
        return (
          <li key={`${finding.rule} ${finding.at} ${finding.detail}`}>
            <button
              type="button"
              className={styles.finding}
              data-weight={finding.weight}
              aria-current={finding === current}
              onClick={() => onChoose(finding)}
            >
              <Sign size={15} aria-hidden />
              <span>
                <span className="visually-hidden">{texts.weight[finding.weight]}: </span>
                {sentence} <span className={styles.soft}>{remedy}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
