import type { ImportView } from '@millrace/contract'
import { Check } from 'lucide-react'
import { texts } from '../texts.ts'
import styles from './exchange.module.css'

type Props = { readonly state: ImportView['state']; readonly hasPlan: boolean }

const STEPS = ['map', 'check', 'run', 'review'] as const

/** How far an import has come, as four steps. */
export function ImportSteps({ state, hasPlan }: Props) {
  const at = positionOf(state, hasPlan)
  return (
    <ol className={styles.steps} aria-label={texts.stepsLabel}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          data-at={index < at ? 'done' : index === at ? 'here' : 'later'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.stepMark} aria-hidden>
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          {texts.steps[step]}
        </li>
      ))}
    </ol>
  )
}

function positionOf(state: ImportView['state'], hasPlan: boolean): number {
  switch (state) {
    case 'uploaded':
      return 0
    case 'mapped':
      return hasPlan ? 2 : 1
    case 'running':
      return 2
    case 'review':
    case 'reverting':
      return 3
    default:
      return 4
  }
}
