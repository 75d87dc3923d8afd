import type { PhaseSumsView, PhaseView, PlanView } from '@millrace/contract'
import { gateState } from '@millrace/core/schedule'
import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { ActionIcon, Button, formatDay } from '../../../../ui/index.ts'
import type { PhasesModel, Placed } from '../../hooks/use-phases.ts'
import { metOf, stateWords } from '../../model/gates.ts'
import { texts } from '../../texts.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import { GatePart } from './gate-part.tsx'
import { GateSign } from './gate-sign.tsx'
import { PhaseSum } from './phase-sum.tsx'
import { PhaseTimes } from './phase-times.tsx'
import { PhaseWork } from './phase-work.tsx'
import styles from './phases.module.css'
import { RangeFields } from './range-fields.tsx'

type Props = {
  readonly phase: PhaseView
  readonly plan: PlanView
  /** What it takes; undefined: not worked out yet. */
  readonly sum: PhaseSumsView['whole'] | undefined
  readonly model: PhasesModel
  readonly isManager: boolean
  readonly canWrite: boolean
  readonly onPlace: (item: Placed, phaseId: string | null) => void
}

/** A phase in one line; open, everything about it, and the gate at its end. */
export function PhaseCard({ phase, plan, sum, model, isManager, canWrite, onPlace }: Props) {
  const [isOpen, setOpen] = useState(phase.state === 'current')
  const id = useId()
  const isLater = plan.hasRollingWave && phase.state === 'later'
  const isFirstLater = plan.phases.find(({ state }) => state === 'later')?.id === phase.id
  return (
    <section className={styles.card} data-state={phase.state} aria-label={phase.name}>
      <header className={styles.cardHead}>
        <button
          type="button"
          className={styles.cardName}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={isOpen ? words.hide(phase.name) : words.show(phase.name)}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} className={styles.turn} data-open={isOpen || undefined} aria-hidden />
          <span className={styles.name}>{phase.name}</span>
          <span className={styles.state}>{texts.phaseState[phase.state]}</span>
        </button>
        <span className={styles.cardFacts}>
          <span className={styles.facts}>{daysOf(phase)}</span>
          {phase.gate && (
            <span className={styles.gateFact}>
              <GateSign state={gateState(phase.gate)} />
              {stateWords({ state: gateState(phase.gate), ...metOf(phase.gate) })}
            </span>
          )}
        </span>
        {isManager && <Tools {...{ phase, plan, model }} />}
      </header>
      {sum && <PhaseSum sum={sum} />}
      {isManager && isLater && isFirstLater && (
        <Button className={styles.promote} size="xs" variant="default" onClick={() => model.promote(phase)}>
          {texts.promote}
        </Button>
      )}
      {isOpen && (
        <div id={id} className={styles.cardBody}>
          <fieldset className={styles.fields} disabled={!isManager}>
            <PhaseTimes
              phase={phase}
              isHeldByWave={isLater}
              onChange={(patch) => model.change(phase, patch)}
            />
            <RangeFields ranges={phase} onChange={(patch) => model.change(phase, patch)} />
          </fieldset>
          <PhaseWork {...{ phase, plan, canWrite, onPlace }} />
          <GatePart {...{ phase, model, isManager, canWrite }} />
        </div>
      )}
    </section>
  )
}

/** Its place in the order, and its end. */
function Tools({ phase, plan, model }: Pick<Props, 'phase' | 'plan' | 'model'>) {
  const index = plan.phases.indexOf(phase)
  const [above, below] = [plan.phases[index - 1], plan.phases[index + 1]]
  const { name } = phase
  // Phases in another state stay before it, or behind it.
  const mayRise = above?.state === phase.state
  const maySink = below?.state === phase.state
  return (
    <span className={styles.tools}>
      <ActionIcon
        variant="subtle"
        aria-label={words.earlier(name)}
        disabled={!mayRise}
        onClick={() => model.move(phase, -1)}
      >
        <ArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={words.later(name)}
        disabled={!maySink}
        onClick={() => model.move(phase, 1)}
      >
        <ArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" aria-label={words.remove(name)} onClick={() => model.remove(phase)}>
        <Trash2 size={14} aria-hidden />
      </ActionIcon>
    </span>
  )
}

function daysOf({ startsOn, finishLowOn, finishHighOn }: PhaseView): string {
  const [low, high] = [finishLowOn ?? finishHighOn, finishHighOn ?? finishLowOn].map((day) =>
    day === null ? null : formatDay(day),
  )
  const from = startsOn === null ? null : formatDay(startsOn)
  if (low === null || high === null || low === undefined || high === undefined) {
    return from === null ? '' : words.startsOn(from)
  }
  return from === null ? words.endsBetween(low, high) : words.days(from, low, high)
}
