import { Plus } from 'lucide-react'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, CloseButton, Select, TextInput } from '../../../../ui/index.ts'
import type { EscalationDraft } from '../../model/level-draft.ts'
import { levelTexts as texts } from '../../texts-levels.ts'
import styles from './levels.module.css'

type Props = {
  readonly steps: readonly EscalationDraft[]
  readonly onChange: (steps: readonly EscalationDraft[]) => void
}

const POINTS = ['warning', 'goal', 'deadline'] as const
const ACTS = ['responsible', 'starter', 'person', 'team', 'raise-priority', 'add-item'] as const

/** What is done when a point is reached and the work is not done, step by step. */
export function EscalationFields({ steps, onChange }: Props) {
  return (
    <fieldset className={styles.steps}>
      <legend>{texts.escalation}</legend>
      {steps.map((step, place) => (
        <div key={step.key} className={styles.row}>
          <Select
            aria-label={texts.at}
            allowDeselect={false}
            w={140}
            value={step.at}
            data={POINTS.map((value) => ({ value, label: texts.point[value] }))}
            onChange={(value) =>
              onChange(steps.with(place, { ...step, at: POINTS.find((point) => point === value) ?? step.at }))
            }
          />
          <Select
            aria-label={texts.act}
            allowDeselect={false}
            w={220}
            value={step.act}
            data={ACTS.map((value) => ({ value, label: texts.acts[value] }))}
            onChange={(value) =>
              onChange(
                steps.with(place, {
                  ...step,
                  what: '',
                  act: ACTS.find((act) => act === value) ?? step.act,
                }),
              )
            }
          />
          <WhatField step={step} onChange={(what) => onChange(steps.with(place, { ...step, what }))} />
          <CloseButton
            aria-label={texts.removeStep(place + 1)}
            onClick={() => onChange(steps.filter((one) => one !== step))}
          />
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Plus size={12} aria-hidden />}
          onClick={() => onChange([...steps, { key: newId(), at: 'deadline', act: 'responsible', what: '' }])}
        >
          {texts.addStep}
        </Button>
      </div>
    </fieldset>
  )
}

/** Whom to tell, or what is to be done. */
function WhatField({ step, onChange }: { step: EscalationDraft; onChange: (what: string) => void }) {
  const { people, teams } = useDirectory()
  if (step.act === 'add-item') {
    return (
      <TextInput
        aria-label={texts.itemTitle}
        placeholder={texts.itemTitle}
        maxLength={200}
        value={step.what}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  if (step.act !== 'person' && step.act !== 'team') return null
  const named: readonly { readonly id: string; readonly name: string }[] = [
    ...(step.act === 'person' ? people : teams).values(),
  ]
  return (
    <Select
      aria-label={texts.who}
      placeholder={texts.who}
      searchable
      value={step.what === '' ? null : step.what}
      data={named.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => onChange(value ?? '')}
    />
  )
}
