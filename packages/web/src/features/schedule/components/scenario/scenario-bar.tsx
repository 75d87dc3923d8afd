import { BATCH_MAX, type PlanRowView } from '@millrace/contract'
import { Redo2, Undo2 } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { ActionIcon, Button, formatCount, formatDay, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import { type StepState, useCarryOut } from '../../hooks/use-carry-out.ts'
import type { Scenarios } from '../../hooks/use-scenarios.ts'
import type { ShownPlan } from '../../hooks/use-shown-plan.ts'
import { useStepKeys } from '../../hooks/use-step-keys.ts'
import { isCircle } from '../../model/is-circle.ts'
import { openSkill } from '../../model/open-skill.ts'
import { spanOf } from '../../model/outline.ts'
import { planCost } from '../../model/scenario/plan-cost.ts'
import type { Scenario } from '../../model/scenario/scenario.ts'
import { textsCompare } from '../../texts-compare.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'
import { ScenarioName } from './scenario-name.tsx'
import { ScenarioSteps } from './scenario-steps.tsx'

type Props = {
  readonly scenario: Scenario
  readonly scenarios: Scenarios
  readonly containerId: string
  /** The plan as it is shown: as it stands, and as it would be. */
  readonly shown: ShownPlan
  /** Whether what is shown below knows of the scenario. */
  readonly isShown: boolean
  /** Leads to the comparison of all what-ifs; null: it is what is shown. */
  readonly onCompare: (() => void) | null
}

/** The scenario that is open, against the plan as it stands; carrying it out, leaving it, or dropping it. */
export function ScenarioBar(props: Props) {
  const { scenario, scenarios, containerId, shown } = props
  useStepKeys(scenarios, props.isShown)
  const { standing, foreseen } = shown
  const { states, calls, carryOut } = useCarryOut({ containerId, scenario, scenarios, standing, foreseen })
  const tooMany = calls.length > BATCH_MAX ? textsScenario.tooMany(formatCount(BATCH_MAX)) : undefined
  return (
    <section className={styles.bar} aria-label={textsScenario.title}>
      <ScenarioName key={scenario.id} scenario={scenario} onRename={scenarios.rename} />
      <ScenarioSteps name={scenario.name} states={states} onRemove={scenarios.removeStep} />
      <StepButtons scenario={scenario} scenarios={scenarios} />
      <Comparison {...props} states={states} />
      <span className={styles.end}>
        {props.onCompare && (
          <Button size="xs" variant="subtle" title={textsCompare.compareHint} onClick={props.onCompare}>
            {textsCompare.compare}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          title={textsScenario.backHint}
          onClick={() => scenarios.show(null)}
        >
          {textsScenario.back}
        </Button>
        <Button size="xs" variant="default" onClick={scenarios.drop}>
          {textsScenario.drop}
        </Button>
        <Button
          size="xs"
          disabled={calls.length === 0 || tooMany !== undefined}
          title={tooMany}
          onClick={() => void carryOut()}
        >
          {textsScenario.keep}
        </Button>
      </span>
    </section>
  )
}

function StepButtons({ scenario, scenarios }: Pick<Props, 'scenario' | 'scenarios'>) {
  return (
    <span className={styles.steps}>
      <ActionIcon
        variant="subtle"
        aria-label={textsScenario.undo}
        title={textsScenario.undo}
        disabled={scenario.steps.length === 0}
        onClick={scenarios.stepBack}
      >
        <Undo2 size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={textsScenario.redo}
        title={textsScenario.redo}
        disabled={scenario.undone.length === 0}
        onClick={scenarios.stepForth}
      >
        <Redo2 size={14} aria-hidden />
      </ActionIcon>
    </span>
  )
}

/** When the plan would end, what it would cost, what of it would move, and what cannot be carried out. */
function Comparison({ scenario, shown, states, isShown }: Props & { readonly states: readonly StepState[] }) {
  const timeZone = useTimeZone()
  const { organisation } = useDirectory()
  const { plan, rows, standing } = shown
  const finishes = useMemo(
    () => new Map(standing.rows.map(({ itemId, finishAt }) => [itemId, finishAt])),
    [standing.rows],
  )
  const moved = rows.filter((row) => !row.isSummary && row.finishAt !== finishes.get(row.itemId))
  const day = (of: readonly PlanRowView[]) => {
    const { finishAt } = spanOf(of, null)
    return finishAt === null ? '–' : formatDay(dayOf(finishAt - 1, timeZone))
  }
  // While a bar is drawn along, the bar comes first.
  const later = useDeferredValue(rows)
  const priced = useMemo(() => ({ told: standing.plan.assignments, timeZone }), [standing, timeZone])
  const costBefore = useMemo(() => planCost(standing.plan, standing.rows, priced), [standing, priced])
  const costAfter = useMemo(() => planCost(plan, later, priced), [plan, later, priced])
  const openCount = plan.assignments.filter((assignment) => openSkill(assignment) !== null).length
  const isRound = useMemo(() => isCircle(plan.links, standing.rows), [plan.links, standing.rows])
  const money = (minor: number) => formatMoney(minor, organisation.currency)
  const hindered = states.filter(({ hindrance }) => hindrance !== null).length
  const changed = states.filter(({ hindrance, isChanged }) => hindrance === null && isChanged).length
  return (
    <span role="status" className={styles.facts}>
      {scenario.steps.length === 0 ? (
        <span>{textsScenario.hint}</span>
      ) : (
        <>
          <span>{textsScenario.finish(day(standing.rows), day(rows))}</span>
          {costBefore !== null && costAfter !== null && (
            <span>
              {textsScenario.cost(money(costBefore), money(costAfter))}
              {openCount > 0 && ` (${textsOpenWork.uncosted(openCount)})`}
            </span>
          )}
          <span>{textsScenario.moved(moved.length)}</span>
        </>
      )}
      {hindered > 0 && <span className={styles.wrong}>{textsScenario.hindered(hindered)}</span>}
      {changed > 0 && <span className={styles.wrong}>{textsScenario.changed(changed)}</span>}
      {isRound && <span className={styles.wrong}>{textsScenario.circle}</span>}
      {!isShown && <span className={styles.wrong}>{textsScenario.elsewhere}</span>}
    </span>
  )
}
