import type { CasePlanItemView, CasePlanView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { Button, Group, Modal, Select } from '../../../../ui/index.ts'
import type { PlanActs } from '../../hooks/use-plan-acts.ts'
import { openStages } from '../../model/plan-view.ts'
import { type StepDraft, sourcesFor } from '../../model/step-draft.ts'
import { stepTexts as texts } from '../../texts-step.ts'
import styles from './step.module.css'
import { StepFields } from './step-fields.tsx'

type Props = {
  readonly plan: CasePlanItemView
  readonly view: CasePlanView
  readonly onSave: PlanActs['change']
  readonly onClose: () => void
}

/** Changes something of the plan of a running case. */
export function StepDialog({ plan, view, onSave, onClose }: Props) {
  const [draft, setDraft] = useState<StepDraft>(plan)
  const [stageId, setStageId] = useState(plan.stageId ?? '')
  const theCase = { id: view.modelId, name: texts.theCase, kind: 'case' } as const
  const stages = openStages(view).filter(({ planItemId }) => planItemId !== plan.planItemId)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const { name, description, entry, exit, manualActivation, required, repetition, work, timer } = draft
    const words = { name, description }
    const isMoved = stageId !== (plan.stageId ?? '')
    const place = isMoved ? { stageId: stageId === '' ? null : stageId } : {}
    const rest = {
      ...{ manualActivation, required, repetition, work, timer, ...place },
      // They were only read, and the call may change what it sends.
      ...{ entry: structuredClone(entry), exit: structuredClone(exit) },
    }
    void onSave(plan, plan.isUsed ? words : { ...words, ...rest }).then((isDone) => {
      if (isDone) onClose()
    })
  }
  return (
    <Modal opened onClose={onClose} title={texts.title(plan.name)} size={640}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <StepFields
          draft={draft}
          sources={sourcesFor(view.items, { planItemId: plan.planItemId, theCase })}
          isUsed={plan.isUsed}
          onChange={setDraft}
        />
        {!plan.isUsed && stages.length > 0 && (
          <Select
            label={texts.stage}
            allowDeselect={false}
            value={stageId}
            data={[
              { value: '', label: texts.noStage },
              ...stages.map((stage) => ({ value: stage.planItemId, label: stage.name })),
            ]}
            onChange={(value) => setStageId(value ?? '')}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={draft.name.trim() === ''}>
            {texts.save}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
