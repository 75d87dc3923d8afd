import type { WorkItem } from '@millrace/core/work'
import { formatInstant, StateShape } from '../../../../ui/index.ts'
import type { ItemDetails } from '../../hooks/use-item-details.ts'
import type { Lookup } from '../../model/lookup.ts'
import { formatSpan } from '../../model/span.ts'
import { texts } from '../../texts.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = {
  readonly item: WorkItem
  readonly visits: ItemDetails['visits']
  readonly lookup: Lookup
}

/** Where an item has been and for how long: a bar of its states, and the same as a list. */
export function ItemVisits({ item, visits, lookup }: Props) {
  if (visits.length === 0) return <p className={styles.hint}>{textsItem.visitsNone}</p>
  const states = lookup.types.get(item.typeId)?.workflow.states ?? []
  const isOver = (leftAt: number | null, group: string) => leftAt === null && group === 'done'
  const lengthOf = (visit: (typeof visits)[number]) =>
    isOver(visit.leftAt, visit.stateGroup) ? 0 : (visit.leftAt ?? lookup.now) - visit.enteredAt
  const all = visits.reduce((sum, visit) => sum + lengthOf(visit), 0)
  return (
    <>
      <div className={styles.visitBar} aria-hidden>
        {visits.map((visit, index) => (
          // An item may enter several states in one moment, so that only the place tells visits apart.
          <span
            key={`${String(index)}-${visit.stateId}`}
            className={styles.visitPart}
            data-group={visit.stateGroup}
            style={{ flexGrow: all === 0 ? 1 : Math.max(lengthOf(visit) / all, 0.01) }}
          />
        ))}
      </div>
      <ol className={styles.visits}>
        {visits.toReversed().map((visit, index) => {
          const name =
            states.find((state) => state.id === visit.stateId)?.name ?? texts.stateGroup[visit.stateGroup]
          const owner = visit.ownerId === null ? '' : (lookup.people.get(visit.ownerId)?.name ?? '')
          return (
            <li key={`${String(visits.length - index)}-${visit.stateId}`} className={styles.visit}>
              <StateShape group={visit.stateGroup} />
              <span className={styles.visitName}>{name}</span>
              <span className={styles.visitOwner}>{owner}</span>
              <span className={styles.when} title={formatInstant(visit.enteredAt)}>
                {visit.leftAt === null ? textsItem.visitNow : ''}
              </span>
              <span className={styles.visitSpan}>
                {isOver(visit.leftAt, visit.stateGroup) ? '' : formatSpan(lengthOf(visit))}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
