import type { StepView } from '@millrace/contract'
import { rankBetween } from '@millrace/core/work'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../../platform/api.ts'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'
import { StepLine } from './step-line.tsx'

type Props = {
  readonly containerId: string
  readonly steps: readonly StepView[]
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** The steps of a process to add, name, order and remove. */
export function StepsDialog({ containerId, steps, onClose, onChanged }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const settle = (outcome: { readonly ok: true } | { readonly ok: false; readonly refused: Refused }) => {
    setRefused(outcome.ok ? null : outcome.refused)
    onChanged()
  }
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const rank = rankBetween(steps.at(-1)?.rank ?? null, null)
    setName('')
    settle(
      await run('process.addStep', { id: newId(), containerId, name: name.trim(), rank }, { isSilent: true }),
    )
  }
  const change = async (id: string, patch: Input<'process.changeStep'>['patch']) =>
    settle(await run('process.changeStep', { id, patch }, { isSilent: true }))
  const move = (index: number, by: -1 | 1) => {
    const step = steps[index]
    const [below, above] =
      by < 0 ? [steps[index - 2], steps[index - 1]] : [steps[index + 1], steps[index + 2]]
    if (step) void change(step.id, { rank: rankBetween(below?.rank ?? null, above?.rank ?? null) })
  }
  return (
    <Modal opened onClose={onClose} title={texts.steps} size={720}>
      <div className={styles.steps}>
        <p className={styles.soft}>{texts.stepsHint}</p>
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <ol className={styles.stepLines}>
          {steps.map((step, index) => (
            <StepLine
              key={step.id}
              step={step}
              number={index + 1}
              onChange={(patch) => void change(step.id, patch)}
              onUp={index === 0 ? null : () => move(index, -1)}
              onDown={index === steps.length - 1 ? null : () => move(index, 1)}
              onRemove={() =>
                void run('process.removeStep', { id: step.id }, { isSilent: true }).then(settle)
              }
            />
          ))}
        </ol>
        <form className={styles.addStep} onSubmit={(event) => void add(event)}>
          <TextInput
            aria-label={texts.stepName}
            placeholder={texts.stepName}
            value={name}
            maxLength={150}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {texts.addStep}
          </Button>
        </form>
      </div>
    </Modal>
  )
}
