import type { AskedForm } from '@millrace/contract'
import type { CompiledForm } from '@millrace/core/process'
import { type SyntheticEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { callOf, type Item, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Alert, Button } from '../../../../ui/index.ts'
import { useCompiled, useFileChoices, useStepForm } from '../../hooks/use-asked-form.ts'
import { useFormFilling } from '../../hooks/use-form-filling.ts'
import { textsForms as texts } from '../../texts-forms.ts'
import { FormFields } from './form-fields.tsx'
import { FormMend } from './form-mend.tsx'
import styles from './step-form.module.css'

type Props = { readonly item: Item }

/** The form of the step that an item carries out: handing it in completes the step. */
export function StepForm({ item }: Props) {
  const { containers } = useDirectory()
  const places = item.containerIds.flatMap((id) => containers.get(id) ?? [])
  const isStep = places.some(({ kind }) => kind === 'process')
  const isOpen = item.archivedAt === null && item.stateGroup !== 'done'
  const canWrite = places.some(({ myRole }) => myRole === 'manager' || myRole === 'contributor')
  const asked = useStepForm(isStep && isOpen && canWrite ? item.id : null)
  const form = useCompiled(asked?.form)
  if (!isOpen || !asked?.form || !form) return null
  return <Filled key={item.id} item={item} asked={asked.form} form={form} variables={asked.variables} />
}

type FilledProps = Props & {
  readonly asked: AskedForm
  readonly form: CompiledForm
  readonly variables: Readonly<Record<string, unknown>>
}

function Filled({ item, asked, form, variables }: FilledProps) {
  const { run } = useCommands()
  const filling = useFormFilling({ form, variables, draft: `step.${item.id}` })
  const files = useFileChoices(item.id, form)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const values = filling.handIn()
    if (values === null) return
    setBusy(true)
    const outcome = await run(
      'process.completeStep',
      { itemId: item.id, values: structuredClone(values) as Record<string, never> }, // They are JSON.
      {
        isSilent: true,
        undoLabel: texts.completed(item.key),
        back: [callOf('work.moveItem', { id: item.id, stateId: item.stateId, overLimit: true })],
      },
    )
    setBusy(false)
    setRefused(outcome.ok ? null : outcome.refused)
    if (outcome.ok) filling.clear()
  }
  return (
    <section className={styles.card} aria-label={asked.name}>
      <h2 className={styles.name}>{asked.name}</h2>
      <form noValidate onSubmit={(event) => void handleSubmit(event)}>
        <FormFields filling={filling} files={files} />
        {refused && (
          <Alert color="red" role="alert" title={refused.sentence} className={styles.refused ?? ''}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <FormMend filling={filling} />
          <Button type="submit" size="xs" loading={isBusy}>
            {texts.complete}
          </Button>
        </div>
      </form>
    </section>
  )
}
