import type { CasePlanItemView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { Button, Select, TextInput } from '../../../../ui/index.ts'
import type { PlanActs } from '../../hooks/use-plan-acts.ts'
import { newPlanItemId } from '../../model/plan-view.ts'
import { texts } from '../../texts.ts'
import styles from './plan.module.css'

type Props = {
  readonly stages: readonly CasePlanItemView[]
  /** The stage that steps go into unless another is chosen. */
  readonly usualStageId: string | null
  readonly onAdd: PlanActs['add']
}

const KINDS = ['humanTask', 'stage', 'milestone', 'userListener'] as const

/** Adds to the plan while the case runs: write, Enter, and the next one. */
export function AddStep({ stages, usualStageId, onAdd }: Props) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('humanTask')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const stageId = kind === 'stage' ? '' : (chosen ?? usualStageId ?? '')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = name.trim()
    if (text === '') return
    setName('')
    void onAdd({
      ...{ planItemId: newPlanItemId(), kind, name: text, stageId: stageId === '' ? null : stageId },
      // A stage that nothing leads to is begun by somebody.
      ...(kind === 'stage' ? { manualActivation: 'true' } : {}),
    }).then((isDone) => {
      if (!isDone) setName(text)
    })
  }
  return (
    <form className={styles.add} onSubmit={handleSubmit}>
      <TextInput
        className={styles.addName}
        aria-label={texts.add}
        placeholder={texts.addHint}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        aria-label={texts.addKind}
        allowDeselect={false}
        className={styles.addChoice}
        value={kind}
        data={KINDS.map((value) => ({ value, label: texts.kind[value] }))}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'humanTask')}
      />
      {kind !== 'stage' && stages.length > 0 && (
        <Select
          aria-label={texts.addStage}
          allowDeselect={false}
          className={styles.addChoice}
          value={stageId}
          data={[
            { value: '', label: texts.noStage },
            ...stages.map((stage) => ({ value: stage.planItemId, label: stage.name })),
          ]}
          onChange={(value) => setChosen(value ?? '')}
        />
      )}
      <Button type="submit" variant="default" disabled={name.trim() === ''}>
        {texts.addHere}
      </Button>
    </form>
  )
}
