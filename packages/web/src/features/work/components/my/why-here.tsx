import type { MyWorkEntry, WorkItem } from '@millrace/core/work'
import type { Lookup } from '../../model/lookup.ts'
import { reasonInWords } from '../../model/my-work-words.ts'
import { textsMyWork } from '../../texts-my-work.ts'
import styles from './why-here.module.css'

type Props = { readonly entry: MyWorkEntry<WorkItem> | undefined; readonly lookup: Lookup }

/** Why an item stands where it does: the facts that decided, the deciding one first, and the rule. */
export function WhyHere({ entry, lookup }: Props) {
  return (
    <div className={styles.why}>
      <h3>{textsMyWork.whyTitle}</h3>
      <ol className={styles.reasons}>
        {entry?.reasons.map((reason) => (
          <li key={reason.kind}>{reasonInWords(reason, lookup)}</li>
        ))}
      </ol>
      <p className={styles.rule}>{textsMyWork.rule}</p>
    </div>
  )
}
