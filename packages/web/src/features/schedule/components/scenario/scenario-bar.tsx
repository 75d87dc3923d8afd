import { BATCH_MAX, type PlanRowView, type PlanView } from '@millrace/contract'
import { Redo2, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { ActionIcon, Button, formatCount, formatDay, formatMoney, useTimeZone } from '../../../../ui/index.ts'
import type { Scenarios } from '../../hooks/use-scenarios.ts'
import { useStepKeys } from '../../hooks/use-step-keys.ts'
import { isCircle } from '../../model/is-circle.ts'
import { openSkill } from '../../model/open-skill.ts'
import { spanOf } from '../../model/outline.ts'
import { planCost } from '../../model/scenario/plan-cost.ts'
import { carryOut, fittingSteps, type Scenario } from '../../model/scenario/scenario.ts'
import { textsOpenWork } from '../../texts-open-work.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'
import { ScenarioName } from './scenario-name.tsx'
import { ScenarioSteps } from './scenario-steps.tsx'

type Props = {
  readonly scenario: Scenario
  readonly scenarios: Scenarios
  /** The plan as it stands. */
  readonly plan: PlanView
  /** The rows as they stand. */
  readonly before: readonly PlanRowView[]
  /** Rows and links as they would be. */
  readonly after: readonly PlanRowView[]
  readonly links: PlanView['links']
  /** Whether what is shown below knows of the scenario. */
  readonly isShown: boolean
}

/** The scenario that is open, against the plan as it stands; carrying it out, leaving it, or dropping it. */
export function ScenarioBar(props: Props) {
  const { scenario, scenarios, plan, before } = props
  const { runBatch } = useCommands()
  useStepKeys(scenarios, props.isShown)
  const fitting = useMemo(() => {
    const known = new Set([
      ...before.map(({ itemId }) => itemId),
      ...[...plan.links, ...plan.outside.links].map(({ id }) => id),
    ])
    return fittingSteps(scenario, known)
  }, [scenario, before, plan.links, plan.outside])
  const calls = carryOut(fitting)
  const handleKeep = async () => {
    const outcome = await runBatch(calls, { undoLabel: textsScenario.carriedOut(scenario.name) })
    if (outcome.ok) scenarios.drop()
  }
  return (
    <section className={styles.bar} aria-label={textsScenario.title}>
      <ScenarioName key={scenario.id} scenario={scenario} onRename={scenarios.rename} />
      <ScenarioSteps scenario={scenario} onRemove={scenarios.removeStep} />
      <StepButtons scenario={scenario} scenarios={scenarios} />
      <Comparison {...props} leftOut={scenario.steps.length - fitting.length} />
      <span className={styles.end}>
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
          disabled={calls.length === 0 || calls.length > BATCH_MAX}
          title={calls.length > BATCH_MAX ? textsScenario.tooMany(formatCount(BATCH_MAX)) : undefined}
          onClick={() => void handleKeep()}
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

/** When the plan would end, and what of it would move. */
function Comparison({
  scenario,
  plan,
  before,
  after,
  links,
  leftOut,
  isShown,
}: Props & { readonly leftOut: number }) {
  const timeZone = useTimeZone()
  const { organisation } = useDirectory()
  const finishes = new Map(before.map(({ itemId, finishAt }) => [itemId, finishAt]))
  const moved = after.filter((row) => !row.isSummary && row.finishAt !== finishes.get(row.itemId))
  const day = (rows: readonly PlanRowView[]) => {
    const { finishAt } = spanOf(rows, null)
    return finishAt === null ? '–' : formatDay(dayOf(finishAt - 1, timeZone))
  }
  // While a bar is drawn along only its rows change.
  const costBefore = useMemo(() => planCost(plan, before, before), [plan, before])
  const costAfter = useMemo(() => planCost(plan, after, before), [plan, after, before])
  const openCount = plan.assignments.filter((assignment) => openSkill(assignment) !== null).length
  const isRound = useMemo(() => isCircle(links, before), [links, before])
  const money = (minor: number) => formatMoney(minor, organisation.currency)
  return (
    <span role="status" className={styles.facts}>
      {scenario.steps.length === 0 ? (
        <span>{textsScenario.hint}</span>
      ) : (
        <>
          <span>{textsScenario.finish(day(before), day(after))}</span>
          {costBefore !== null && costAfter !== null && (
            <span>
              {textsScenario.cost(money(costBefore), money(costAfter))}
              {openCount > 0 && ` (${textsOpenWork.uncosted(openCount)})`}
            </span>
          )}
          <span>{textsScenario.moved(moved.length)}</span>
        </>
      )}
      {leftOut > 0 && <span className={styles.wrong}>{textsScenario.notFitting(leftOut)}</span>}
      {isRound && <span className={styles.wrong}>{textsScenario.circle}</span>}
      {!isShown && <span className={styles.wrong}>{textsScenario.elsewhere}</span>}
    </span>
  )
}
