import type { PlanView } from '@millrace/contract'
import { missingSkills } from '../../model/open-skill.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import styles from './settings.module.css'

/** What work waits for that nobody can do: told where people are given skills, and lose them. */
export function MissingSkills({ plan }: { readonly plan: PlanView }) {
  const missing = missingSkills(plan)
  return (
    <div role="status">
      {missing.length > 0 && <p className={styles.hint}>{textsOpenWork.missing(missing.join(', '))}</p>}
    </div>
  )
}
