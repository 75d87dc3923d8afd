import type { CaseWorkView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { type Item, useDirectory } from '../../../platform/store/index.ts'
import { formatDay, PersonAvatar, StateShape } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './case.module.css'

type Props = {
  readonly item: Item
  readonly work: CaseWorkView
  readonly stage: string | undefined
  readonly end?: ReactNode
}

/** An item of a case on one line, with the stage it belongs to. */
export function CaseItemLine({ item, work, stage, end }: Props) {
  const peek = usePeek()
  const { people } = useDirectory()
  const person = item.responsibleId === null ? null : (people.get(item.responsibleId) ?? null)
  return (
    <li className={styles.line} data-peeked={peek.key === item.key || undefined}>
      <StateShape group={item.stateGroup} />
      <span className={styles.key}>{item.key}</span>
      <button type="button" className={styles.lineTitle} onClick={() => peek.open(item.key)}>
        {item.title}
      </button>
      {work.isRequired && <span className={styles.mark}>{texts.requiredMark}</span>}
      <span className={styles.lineStage}>{stage}</span>
      <span className={styles.lineDue}>{item.dueOn === null ? '' : formatDay(item.dueOn)}</span>
      <PersonAvatar person={person} size={18} label={person?.name} />
      {end}
    </li>
  )
}
