import { FIELD_KINDS, type FieldKind } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { type Field, useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, Select, Stack, TagsInput, TextInput } from '../../../../ui/index.ts'
import { fieldKeyOf } from '../../model/field-key-of.ts'
import { settingsTexts } from '../../texts-settings.ts'

type Props = { readonly field: Field | null; readonly onClose: () => void }

/** Adds a custom field, or changes its name and choices. Its kind and its name in queries stay. */
export function FieldDialog({ field, onClose }: Props) {
  const { run } = useCommands()
  const [name, setName] = useState(field?.name ?? '')
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text')
  const [ownKey, setOwnKey] = useState<string | null>(field?.key ?? null)
  const [choices, setChoices] = useState<string[]>(field?.options.map((option) => option.name) ?? [])
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = settingsTexts.fields
  const key = ownKey ?? fieldKeyOf(name)

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const known = new Map(field?.options.map((option) => [option.name, option.id]))
    const options = choices.map((choice) => ({ id: known.get(choice) ?? newId(), name: choice }))
    const outcome = field
      ? await run(
          'work.changeField',
          { id: field.id, patch: { name: name.trim(), ...(kind === 'choice' ? { options } : {}) } },
          { isSilent: true, undoLabel: words.changed(name.trim()) },
        )
      : await run(
          'work.createField',
          { id: newId(), key, name: name.trim(), kind, options: kind === 'choice' ? options : [] },
          { isSilent: true, undoLabel: words.added(name.trim()) },
        )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={field?.name ?? words.add} size={420}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={words.kind}
            value={kind}
            disabled={field !== null}
            allowDeselect={false}
            onChange={(value) => setKind(FIELD_KINDS.find((each) => each === value) ?? 'text')}
            data={FIELD_KINDS.map((each) => ({ value: each, label: words.kinds[each] }))}
          />
          {kind === 'choice' && (
            <TagsInput
              label={words.options}
              description={words.optionsHint}
              value={choices}
              onChange={setChoices}
            />
          )}
          <TextInput
            label={words.key}
            value={key}
            disabled={field !== null}
            required
            maxLength={40}
            onChange={(event) => setOwnKey(event.currentTarget.value.replace(/[^a-zA-Z0-9]/g, ''))}
          />
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Button type="submit" disabled={name.trim() === '' || !/^[a-z][a-zA-Z0-9]{0,39}$/.test(key)}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
