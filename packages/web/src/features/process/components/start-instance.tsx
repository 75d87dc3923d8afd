import type { CompiledForm } from '@millrace/core/process'
import { Plus } from 'lucide-react'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Alert, Button, DayField, Popover, Skeleton, TextInput } from '../../../ui/index.ts'
import { useCompiled, useStartForm } from '../hooks/use-asked-form.ts'
import { useFormFilling } from '../hooks/use-form-filling.ts'
import { texts } from '../texts.ts'
import { FormFields } from './forms/form-fields.tsx'
import { FormMend } from './forms/form-mend.tsx'
import styles from './process.module.css'

type Props = {
  readonly containerId: string
  /** What the button is called where there are several. */
  readonly name?: string
}

const DAY_MS = 86_400_000
const NO_FORM: CompiledForm = { parts: [], order: [], names: new Set() }
const NOTHING: Readonly<Record<string, unknown>> = {}

/** Starts an instance: what it is about is enough, unless the process begins with a form. */
export function StartInstance({ containerId, name }: Props) {
  const [isOpen, setOpen] = useState(false)
  const start = useStartForm(isOpen ? containerId : null)
  const form = useCompiled(start?.form)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size={name === undefined ? 'xs' : 'compact-xs'}
          variant={name === undefined ? 'filled' : 'default'}
          leftSection={<Plus size={14} aria-hidden />}
          aria-expanded={isOpen}
          aria-label={name}
          onClick={() => setOpen(!isOpen)}
        >
          {name === undefined ? texts.start : texts.startShort}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {start === undefined ? (
          <Skeleton rows={3} />
        ) : (
          <Begin containerId={containerId} form={form} onStarted={() => setOpen(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

type BeginProps = Pick<Props, 'containerId'> & {
  readonly form: CompiledForm | null
  readonly onStarted: () => void
}

function Begin({ containerId, form, onStarted }: BeginProps) {
  const { organisation } = useDirectory()
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const filling = useFormFilling({
    ...{ form: form ?? NO_FORM, variables: NOTHING, draft: `start.${containerId}` },
  })
  const { refused, isBusy, start } = useStart(containerId, () => {
    filling.clear()
    onStarted()
  })
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    const values = filling.handIn()
    // Due on a day means by the end of it.
    const dueAt = dueOn === null ? null : Date.parse(`${dueOn}T00:00:00`) + DAY_MS
    if (values !== null) void start({ title: title.trim(), dueAt, values })
  }
  return (
    <form className={styles.form} noValidate onSubmit={handleSubmit}>
      <TextInput
        label={texts.startTitle}
        placeholder={texts.startHint}
        value={title}
        maxLength={300}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <DayField label={texts.startDue} value={dueOn} weekStart={organisation.weekStart} onChange={setDueOn} />
      {form && <FormFields filling={filling} />}
      {refused && (
        <Alert color="red" role="alert" title={refused.sentence}>
          {refused.remedy}
        </Alert>
      )}
      <div className={styles.formEnd}>
        {form && <FormMend filling={filling} />}
        <Button type="submit" size="xs" loading={isBusy} disabled={title.trim() === ''}>
          {texts.startSubmit}
        </Button>
      </div>
    </form>
  )
}

type Beginning = {
  readonly title: string
  readonly dueAt: number | null
  readonly values: Readonly<Record<string, unknown>>
}

function useStart(containerId: string, onStarted: () => void) {
  const { run } = useCommands()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const start = async ({ title, dueAt, values }: Beginning) => {
    setBusy(true)
    const outcome = await run(
      'process.startInstance',
      { id: newId(), containerId, title, dueAt, values: structuredClone(values) as Record<string, never> }, // They are JSON.
      { isSilent: true, undoLabel: texts.started(title) },
    )
    setBusy(false)
    setRefused(outcome.ok ? null : outcome.refused)
    if (outcome.ok) onStarted()
  }
  return { isBusy, refused, start }
}
