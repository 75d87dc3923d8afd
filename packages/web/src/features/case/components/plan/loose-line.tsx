import { usePeek } from '../../../../platform/navigation.ts'
import { type Item, useDirectory } from '../../../../platform/store/index.ts'
import { Button, formatDay, PersonAvatar, StateShape } from '../../../../ui/index.ts'
import type { PlanActs } from '../../hooks/use-plan-acts.ts'
import { newPlanItemId } from '../../model/plan-view.ts'
import { texts } from '../../texts.ts'
import styles from './plan.module.css'

type Props = { readonly item: Item; readonly canWrite: boolean; readonly onAdd: PlanActs['add'] }

/** An open item of the case that is no step of its plan, which it can become. */
export function LooseLine({ item, canWrite, onAdd }: Props) {
  const peek = usePeek()
  const { people } = useDirectory()
  const person = item.responsibleId === null ? null : (people.get(item.responsibleId) ?? null)
  const take = () =>
    void onAdd({ planItemId: newPlanItemId(), kind: 'humanTask', name: item.title, itemId: item.id })
  return (
    <li className={styles.line} data-peeked={peek.key === item.key || undefined}>
      <StateShape group={item.stateGroup} />
      <span className={styles.key}>{item.key}</span>
      <span className={styles.lineBody}>
        <button type="button" className={styles.lineTitle} onClick={() => peek.open(item.key)}>
          {item.title}
        </button>
      </span>
      <span className={styles.mark}>{texts.loose}</span>
      <span className={styles.lineDue}>{item.dueOn === null ? '' : formatDay(item.dueOn)}</span>
      <PersonAvatar person={person} size={18} label={person?.name} />
      {canWrite && (
        <Button size="compact-xs" variant="subtle" onClick={take}>
          {texts.putInPlan}
        </Button>
      )}
    </li>
  )
}
