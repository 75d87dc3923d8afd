import type { GateView, PhaseView } from '@millrace/contract'
import { gateState } from '@millrace/core/schedule'
import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, Checkbox, formatDay } from '../../../../ui/index.ts'
import type { PhasesModel } from '../../hooks/use-phases.ts'
import { metOf, stateWords } from '../../model/gates.ts'
import { textsGates as words } from '../../texts-gates.ts'
import { GateDecide } from './gate-decide.tsx'
import { GateForm } from './gate-form.tsx'
import { GateHistory } from './gate-history.tsx'
import { GateSign } from './gate-sign.tsx'
import styles from './phases.module.css'

type Props = {
  readonly phase: PhaseView
  readonly model: PhasesModel
  readonly isManager: boolean
  readonly canWrite: boolean
}

/** The gate at the end of a phase: what must be true, who decides, and what was decided. */
export function GatePart({ phase, model, isManager, canWrite }: Props) {
  const [mode, setMode] = useState<'look' | 'edit' | 'decide'>('look')
  const { gate } = phase
  const isOpen = phase.state !== 'closed'
  const look = () => setMode('look')
  return (
    <section className={styles.gate} aria-label={words.gate}>
      <h3 className={styles.legend}>{words.gate}</h3>
      {mode === 'edit' ? (
        <GateForm gate={gate} onSave={(plan) => model.saveGate(phase, plan)} onDone={look} />
      ) : gate === null ? (
        <>
          <p className={styles.hint}>{words.none}</p>
          {isManager && isOpen && (
            <Button className={styles.start} size="xs" variant="default" onClick={() => setMode('edit')}>
              {words.add}
            </Button>
          )}
        </>
      ) : (
        <>
          <GateFacts gate={gate} />
          <Criteria {...{ phase, gate, model }} canTick={canWrite && isOpen} />
          {mode === 'decide' ? (
            <GateDecide gate={gate} onDecide={(verdict) => model.decide(phase, verdict)} onDone={look} />
          ) : (
            <div className={styles.actions}>
              <DecideButton {...{ phase, gate, isManager }} onDecide={() => setMode('decide')} />
              {isManager && isOpen && (
                <>
                  <Button size="xs" variant="default" onClick={() => setMode('edit')}>
                    {words.edit}
                  </Button>
                  {gate.decisions.length === 0 && (
                    <Button size="xs" variant="subtle" onClick={() => model.removeGate(phase)}>
                      {words.remove}
                    </Button>
                  )}
                </>
              )}
            </div>
          )}
          <GateHistory gate={gate} />
        </>
      )}
    </section>
  )
}

function GateFacts({ gate }: { readonly gate: GateView }) {
  const { people } = useDirectory()
  const state = gateState(gate)
  const decider = gate.deciderId === null ? null : (people.get(gate.deciderId)?.name ?? words.somebody)
  const facts = [
    stateWords({ state, ...metOf(gate) }),
    ...(gate.dueOn === null ? [] : [words.due(formatDay(gate.dueOn))]),
    words.decidedBy(decider ?? words.manager),
  ]
  return (
    <p className={styles.gateFacts}>
      <GateSign state={state} />
      <b>{gate.name}</b>
      <span className={styles.facts}>{facts.join(' · ')}</span>
    </p>
  )
}

type CriteriaProps = Pick<Props, 'phase' | 'model'> & { readonly gate: GateView; readonly canTick: boolean }

function Criteria({ phase, gate, model, canTick }: CriteriaProps) {
  if (gate.criteria.length === 0) return null
  return (
    <ul className={styles.criteria}>
      {gate.criteria.map((criterion) => (
        <li key={criterion.id}>
          <Checkbox
            size="xs"
            label={criterion.text}
            checked={criterion.isMet}
            disabled={!canTick}
            onChange={(event) => model.tick(phase, criterion, event.currentTarget.checked)}
          />
        </li>
      ))}
    </ul>
  )
}

type DecideProps = Pick<Props, 'phase' | 'isManager'> & {
  readonly gate: GateView
  readonly onDecide: () => void
}

/** Leads to the decision for whoever may take it now; for others, it says who does, and when. */
function DecideButton({ phase, gate, isManager, onDecide }: DecideProps) {
  const { me, people } = useDirectory()
  const { deciderId } = gate
  const isTheirs = deciderId === null ? isManager : deciderId === me.personId
  if (phase.state === 'closed') return null
  if (!isTheirs) {
    const name = deciderId === null ? words.manager : (people.get(deciderId)?.name ?? words.somebody)
    return <span className={styles.hint}>{words.somebodyElse(name)}</span>
  }
  if (phase.state !== 'current') return <span className={styles.hint}>{words.notCurrent}</span>
  return (
    <Button size="xs" onClick={onDecide}>
      {words.decide}
    </Button>
  )
}
