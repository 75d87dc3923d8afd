import type { CasePlanItemView, CasePlanView, PlanAct } from '@millrace/contract'
import type { ReactNode } from 'react'
import { type Item, useItems } from '../../../../platform/store/index.ts'
import { Button } from '../../../../ui/index.ts'
import type { PlanActs } from '../../hooks/use-plan-acts.ts'
import { keyOf, listedAt, type Place } from '../../model/plan-view.ts'
import { texts } from '../../texts.ts'
import { LooseLine } from './loose-line.tsx'
import styles from './plan.module.css'
import { PlanLine } from './plan-line.tsx'

type Props = {
  readonly view: CasePlanView
  readonly canWrite: boolean
  readonly acts: PlanActs
  readonly menuOf: (plan: CasePlanItemView, shown: PlanAct | null) => ReactNode
  /** Where steps are added, below what is to be done now. */
  readonly add: ReactNode
}

/** What is done with something at this place most of the time. */
const USUAL: Readonly<Partial<Record<Place, readonly PlanAct[]>>> = {
  could: ['start', 'plan', 'occur'],
  now: ['reactivate', 'complete'],
  off: ['reenable'],
}

/** Now, could do, becomes possible when, done. */
export function PlanSections({ view, canWrite, acts, menuOf, add }: Props) {
  const items = new Map(useItems({ containerId: view.containerId }).map((item) => [item.id, item]))
  const stages = new Map(
    view.items.filter(({ kind }) => kind === 'stage').map((one) => [one.planItemId, one]),
  )
  const loose = view.loose.flatMap((id) => items.get(id) ?? [])
  const usualOf = (plan: CasePlanItemView) => {
    const wished = USUAL[plan.place] ?? []
    return (
      wished.find((act) => plan.acts.includes(act) && !(act === 'complete' && plan.itemId !== null)) ?? null
    )
  }
  const line = (plan: CasePlanItemView) => {
    const usual = canWrite ? usualOf(plan) : null
    return (
      <PlanLine
        key={keyOf(plan)}
        plan={plan}
        item={itemOf(plan, items)}
        stage={stages.get(plan.stageId ?? '')}
        end={
          <>
            {usual !== null && (
              <Button size="compact-xs" variant="default" onClick={() => acts.act(plan, usual)}>
                {texts.act[usual]}
              </Button>
            )}
            {menuOf(plan, usual)}
          </>
        }
      />
    )
  }
  const at = (place: Place) => listedAt(view, place)
  const [now, could, later] = [at('now'), at('could'), at('later')]
  const done = [...at('done'), ...at('off')]
  return (
    <div className={styles.sections}>
      <div className={styles.pair}>
        <PlanList title={texts.now} count={now.length + loose.length} hint={texts.noneNow}>
          {now.map(line)}
          {loose.map((item) => (
            <LooseLine key={item.id} item={item} canWrite={canWrite} onAdd={acts.add} />
          ))}
        </PlanList>
        <PlanList title={texts.could} count={could.length} hint={texts.noneCould}>
          {could.map(line)}
        </PlanList>
        {add}
      </div>
      {later.length > 0 && (
        <PlanList title={texts.later} count={later.length} hint="">
          {later.map(line)}
        </PlanList>
      )}
      {done.length > 0 && (
        <details className={styles.done}>
          <summary>
            {texts.done} <span className={styles.count}>{done.length}</span>
          </summary>
          <ul>{done.map(line)}</ul>
        </details>
      )}
    </div>
  )
}

function itemOf(plan: CasePlanItemView, items: ReadonlyMap<string, Item>): Item | undefined {
  return plan.itemId === null ? undefined : items.get(plan.itemId)
}

type ListProps = {
  readonly title: string
  readonly count: number
  readonly hint: string
  readonly children: ReactNode
}

function PlanList({ title, count, hint, children }: ListProps) {
  return (
    <section className={styles.list} aria-label={title}>
      <h2>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      {count === 0 && <p className={styles.hint}>{hint}</p>}
      <ul>{children}</ul>
    </section>
  )
}
