import { FIELD_KINDS, type FieldKind, isComputed } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { type Field, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, Select, Stack, TagsInput, TextInput } from '../../../../ui/index.ts'
import { type FieldRules, NO_RULES } from '../../model/audience.ts'
import { checkDraft, type FieldDraft, tidyRollUp, USUAL_ROLL_UP } from '../../model/field-draft.ts'
import { fieldKeyOf } from '../../model/field-key-of.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { FieldAudiences } from './field-audience.tsx'
import { FormulaEditor } from './formula-editor.tsx'
import { FormulaPreview } from './formula-preview.tsx'
import { RollUpEditor } from './roll-up-editor.tsx'

type Props = { readonly field: Field | null; readonly onClose: () => void }

/** Adds a custom field, or changes its name, choices or formula. Its kind and its name in queries stay. */
export function FieldDialog({ field, onClose }: Props) {
  const { run } = useCommands()
  const { fields } = useDirectory()
  const [draft, setDraft] = useState(() => draftOf(field))
  const [ownKey, setOwnKey] = useState<string | null>(field?.key ?? null)
  const [choices, setChoices] = useState<string[]>(field?.options.map((option) => option.name) ?? [])
  const [rules, setRules] = useState<FieldRules>(field ?? NO_RULES)
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = settingsTexts.fields
  const { kind, formula, rollUp } = draft
  const name = draft.name.trim()
  const key = ownKey ?? fieldKeyOf(draft.name)
  const { checked, refusal } = checkDraft({ ...draft, key, rollUp: tidyRollUp(rollUp) }, fields)
  const change = (patch: Partial<FieldDraft>) => setDraft({ ...draft, ...patch })

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const known = new Map(field?.options.map((option) => [option.name, option.id]))
    const options = choices.map((choice) => ({ id: known.get(choice) ?? newId(), name: choice }))
    const content = {
      ...rulesOf(rules, isComputed(draft)),
      ...(kind === 'choice' ? { options } : {}),
      ...(kind === 'formula' ? { formula } : {}),
      ...(kind === 'rollUp' ? { rollUp: tidyRollUp(rollUp) } : {}),
    }
    const outcome = field
      ? await run(
          'work.changeField',
          { id: field.id, patch: { name, ...content } },
          { isSilent: true, undoLabel: words.changed(name) },
        )
      : await run(
          'work.createField',
          { id: draft.id, key, name, kind, ...content },
          { isSilent: true, undoLabel: words.added(name) },
        )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const isReady = name !== '' && /^[a-z][a-zA-Z0-9]{0,39}$/.test(key) && refusal === null
  return (
    <Modal opened onClose={onClose} title={field?.name ?? words.add} size={isComputed(draft) ? 560 : 420}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={draft.name}
            required
            data-autofocus
            maxLength={100}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={words.kind}
            value={kind}
            disabled={field !== null}
            allowDeselect={false}
            onChange={(value) => change({ kind: kindNamed(value) })}
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
          {kind === 'formula' && (
            <FormulaEditor
              label={words.formula}
              hint={words.formulaHint}
              source={formula}
              refusal={formula === '' ? null : refusal}
              fields={fields}
              onChange={(source) => change({ formula: source })}
            />
          )}
          {kind === 'rollUp' && (
            <RollUpEditor
              rollUp={rollUp}
              refusal={refusal}
              fields={fields}
              onChange={(next) => change({ rollUp: next })}
            />
          )}
          {checked && <FormulaPreview checked={checked} />}
          <TextInput
            label={words.key}
            value={key}
            disabled={field !== null}
            required
            maxLength={40}
            onChange={(event) => setOwnKey(event.currentTarget.value.replace(/[^a-zA-Z0-9]/g, ''))}
          />
          <FieldAudiences rules={rules} isFilled={!isComputed(draft)} onChange={setRules} />
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Button type="submit" disabled={!isReady}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

function draftOf(field: Field | null): FieldDraft {
  return {
    id: field?.id ?? newId(),
    key: field?.key ?? '',
    name: field?.name ?? '',
    kind: field?.kind ?? 'text',
    formula: field?.formula ?? '',
    rollUp: field?.rollUp ?? USUAL_ROLL_UP,
  }
}

/** As the contract takes them, whose lists are not read-only; nobody changes what is worked out. */
function rulesOf({ seenBy, changedBy }: FieldRules, isWorkedOut: boolean) {
  const listed = (audience: FieldRules['seenBy']) =>
    audience && {
      roles: [...audience.roles],
      teamIds: [...audience.teamIds],
      personIds: [...audience.personIds],
    }
  return { seenBy: listed(seenBy), changedBy: isWorkedOut ? null : listed(changedBy) }
}

function kindNamed(value: string | null): FieldKind {
  return FIELD_KINDS.find((each) => each === value) ?? 'text'
}
