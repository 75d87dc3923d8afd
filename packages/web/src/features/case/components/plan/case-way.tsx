import type { CasePlanItemView } from '@millrace/contract'
import type { StateGroup } from '@millrace/core/work'
import { Diamond } from 'lucide-react'
import type { ReactNode } from 'react'
import { StateShape } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import styles from './plan.module.css'

type Props = {
  /** Stages and milestones of the case itself, in their order. */
  readonly way: readonly CasePlanItemView[]
  readonly menuOf: (plan: CasePlanItemView) => ReactNode
}

/** The shape of a stage is that of an item's state: to come, possible, under way, done. */
const SHAPES: Readonly<Record<NonNullable<CasePlanItemView['state']>, StateGroup>> = {
  ...{ available: 'backlog', enabled: 'ready', disabled: 'backlog', active: 'inProgress' },
  ...{ suspended: 'waiting', failed: 'waiting', completed: 'done', terminated: 'done' },
}

/** The way of the case: its usual stages with milestones between them, and other ways it may take. */
export function CaseWay({ way, menuOf }: Props) {
  const usual = way.filter(({ isAlternate }) => !isAlternate)
  const others = way.filter(({ isAlternate }) => isAlternate)
  if (way.length === 0) return null
  return (
    <div className={styles.way}>
      <ol className={styles.stages} aria-label={texts.way}>
        {usual.map((one) => (
          <Stop key={one.planItemId} plan={one} menu={menuOf(one)} />
        ))}
      </ol>
      {others.length > 0 && (
        <ul className={styles.others} aria-label={texts.alternates}>
          {others.map((one) => (
            <Stop key={one.planItemId} plan={one} menu={menuOf(one)} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Stop({ plan, menu }: { readonly plan: CasePlanItemView; readonly menu: ReactNode }) {
  const state = plan.state ?? 'available'
  const word = plan.kind === 'milestone' && state === 'completed' ? texts.state.completed : texts.state[state]
  return (
    <li
      className={styles.stop}
      data-kind={plan.kind}
      data-state={state}
      aria-current={plan.kind === 'stage' && state === 'active' ? 'step' : undefined}
    >
      {plan.kind === 'milestone' ? (
        <Diamond
          size={14}
          role="img"
          aria-label={texts.milestone}
          fill={state === 'completed' ? 'currentColor' : 'none'}
        />
      ) : (
        <StateShape group={SHAPES[state]} />
      )}
      <span className={styles.stopName}>{plan.name}</span>
      <span className={styles.stopState}>{word}</span>
      {menu}
    </li>
  )
}
