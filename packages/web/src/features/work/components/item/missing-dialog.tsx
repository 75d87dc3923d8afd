import type { FieldValue, WorkItemPatch } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import type { Missing } from '../../../../platform/dialogs.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { callOf, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  DayField,
  Group,
  Modal,
  readEffort,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '../../../../ui/index.ts'
import { textsMissing as words } from '../../texts-missing.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { FieldInput } from '../settings/field-input.tsx'

type Props = { readonly missing: Missing; readonly onClose: () => void }

type Values = Readonly<Record<string, FieldValue | undefined>>

/** Asks for what a state needs and the items lack, and then moves them: both together or not at all. */
export function MissingDialog({ missing, onClose }: Props) {
  const { runBatch } = useCommands()
  const { fields } = useDirectory()
  const [values, setValues] = useState<Values>({})
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    const own = new Map([...fields.values()].map(({ id, key }) => [`field:${key}`, id]))
    const patch = patchOf(values, own)
    const moved = missing.calls.flatMap((call) => (call.name === 'work.moveItem' ? [call.input.id] : []))
    const filled = moved.map((id) => callOf('work.changeItem', { id, patch }))
    const outcome = await runBatch([...filled, ...missing.calls], { isSilent: true })
    setBusy(false)
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const set = (field: string) => (value: FieldValue | undefined) => setValues({ ...values, [field]: value })
  return (
    <Modal opened onClose={onClose} title={words.title(missing.state)} size={440}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          {missing.fields.map((field) => (
            <MissingField key={field} field={field} value={values[field]} onChange={set(field)} />
          ))}
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Group justify="end">
            <Button
              type="submit"
              loading={isBusy}
              disabled={missing.fields.some((field) => values[field] === undefined)}
            >
              {words.move(missing.state)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type FieldProps = {
  readonly field: string
  readonly value: FieldValue | undefined
  readonly onChange: (value: FieldValue | undefined) => void
}

function MissingField({ field, value, onChange }: FieldProps) {
  const { fields, people, organisation } = useDirectory()
  const own = [...fields.values()].find(({ key }) => field === `field:${key}`)
  if (own) return <FieldInput field={own} value={value} onChange={onChange} />
  const names: Readonly<Record<string, string>> = settingsTexts.types.requirable
  const label = names[field] ?? field
  const text = typeof value === 'string' ? value : ''
  switch (field) {
    case 'responsibleId':
    case 'accountableId':
      return (
        <Select
          label={label}
          searchable
          value={text || null}
          data={[...people.values()]
            .filter(({ status }) => status === 'active')
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange(id ?? undefined)}
        />
      )
    case 'startsOn':
    case 'dueOn':
      return (
        <DayField
          label={label}
          value={text || null}
          weekStart={organisation.weekStart}
          onChange={(day) => onChange(day ?? undefined)}
        />
      )
    case 'effortMin':
      return <EffortField label={label} onChange={onChange} />
    default:
      return (
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
  }
}

function EffortField({
  label,
  onChange,
}: {
  readonly label: string
  readonly onChange: FieldProps['onChange']
}) {
  const [text, setText] = useState('')
  return (
    <TextInput
      label={label}
      placeholder="4h"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(readEffort(event.currentTarget.value))
      }}
    />
  )
}

function patchOf(values: Values, own: ReadonlyMap<string, string>): WorkItemPatch {
  const plain: Record<string, FieldValue> = {}
  const fields: Record<string, FieldValue> = {}
  for (const [field, value] of Object.entries(values)) {
    const ownId = own.get(field)
    if (value === undefined) continue
    if (ownId === undefined) plain[field] = value
    else fields[ownId] = value
  }
  return { ...plain, fields }
}
