import type { GateView } from '@millrace/contract'
import { GATE_OUTCOMES, type GateOutcome } from '@millrace/core/schedule'
import { type FormEvent, useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, DayField, Radio, Textarea, useToday } from '../../../../ui/index.ts'
import type { Verdict } from '../../hooks/use-phases.ts'
import { textsGates as words } from '../../texts-gates.ts'
import styles from './phases.module.css'

type Props = {
  readonly gate: GateView
  readonly onDecide: (verdict: Verdict) => Promise<boolean>
  readonly onDone: () => void
}

/** The decision at a gate, with its day and its reason. */
export function GateDecide({ gate, onDecide, onDone }: Props) {
  const { organisation } = useDirectory()
  const today = useToday()
  const isAllMet = gate.criteria.every(({ isMet }) => isMet)
  const [outcome, setOutcome] = useState<GateOutcome>(isAllMet ? 'pass' : 'conditions')
  const [decidedOn, setDecidedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const on = decidedOn === null ? {} : { decidedOn }
    if (await onDecide({ outcome, reason, ...on })) onDone()
  }
  return (
    <form className={styles.gateForm} onSubmit={(event) => void handleSubmit(event)}>
      <Radio.Group
        className={styles.wide ?? ''}
        label={words.decision}
        value={outcome}
        onChange={(value) => setOutcome(GATE_OUTCOMES.find((known) => known === value) ?? outcome)}
      >
        <div className={styles.outcomes}>
          {GATE_OUTCOMES.map((value) => (
            <Radio key={value} size="xs" value={value} label={words.outcome[value]} />
          ))}
        </div>
      </Radio.Group>
      <DayField
        label={words.decidedOn}
        value={decidedOn}
        weekStart={organisation.weekStart}
        onChange={setDecidedOn}
      />
      <Textarea
        className={styles.wide ?? ''}
        label={words.reason[outcome]}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button size="xs" type="submit">
          {words.record}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
        <span className={styles.hint}>{words.recordHint}</span>
      </div>
    </form>
  )
}
