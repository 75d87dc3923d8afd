import { useDirectory } from '../../../platform/store/index.ts'
import { usePlanAnswer } from '../hooks/use-plan-answer.ts'
import { sumWords } from '../model/sum-words.ts'
import { textsPhases as words } from '../texts-phases.ts'
import styles from './schedule.module.css'

/** What the project takes as a whole, later phases as ranges. */
export function PlanSums({ containerId }: { readonly containerId: string }) {
  const { organisation } = useDirectory()
  const { answer } = usePlanAnswer('schedule.getPhaseSums', { containerId })
  if (!answer) return null
  const said = sumWords(answer.whole, organisation.currency)
  return said.length === 0 ? null : (
    <span className={styles.planSums} title={words.sumHint}>
      {said.join(' · ')}
    </span>
  )
}
