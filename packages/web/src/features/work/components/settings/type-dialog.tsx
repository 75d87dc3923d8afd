import { checkWorkflow } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { type Refused, refusedBy } from '../../../../platform/refused.ts'
import { type ItemTypeView, useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, Stack, Switch, Tabs, TextInput } from '../../../../ui/index.ts'
import { contentOf, draftOfType, type TypeDraft, withNewState, withStates } from '../../model/type-draft.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { RequiredFields } from './required-fields.tsx'
import styles from './settings.module.css'
import { StateFields } from './state-fields.tsx'
import { TypeBeginning } from './type-beginning.tsx'
import { TypeFields } from './type-fields.tsx'
import { TypeMoves } from './type-moves.tsx'

type Props = { readonly type: ItemTypeView | null; readonly onClose: () => void }

const PARTS = ['states', 'moves', 'rules', 'beginning', 'fields'] as const

/** Designs a type: its states and the moves between them, its rules, what items begin with and what they show. */
export function TypeDialog({ type, onClose }: Props) {
  const { run } = useCommands()
  const [draft, setDraft] = useState(() => draftOfType(type))
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = settingsTexts.types

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const content = contentOf(draft)
    const checked = checkWorkflow(content.workflow)
    if (!checked.ok) {
      setRefused(refusedBy(checked.refusal))
      return
    }
    const outcome = type
      ? await run(
          'work.changeType',
          { id: type.id, patch: content },
          { isSilent: true, undoLabel: words.changed(content.name) },
        )
      : await run('work.createType', { id: newId(), icon: 'circle', ...content }, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const isReady = draft.name.trim() !== '' && draft.states.every((state) => state.name.trim() !== '')
  return (
    <Modal opened onClose={onClose} title={type?.name ?? words.add} size={620}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={draft.name}
            required
            data-autofocus
            maxLength={60}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Tabs defaultValue="states" keepMounted={false}>
            <Tabs.List>
              {PARTS.map((part) => (
                <Tabs.Tab key={part} value={part}>
                  {words.parts[part]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {PARTS.map((part) => (
              <Tabs.Panel key={part} value={part} className={styles.part}>
                <Part part={part} draft={draft} onChange={setDraft} />
              </Tabs.Panel>
            ))}
          </Tabs>
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

type PartProps = {
  readonly part: (typeof PARTS)[number]
  readonly draft: TypeDraft
  readonly onChange: (draft: TypeDraft) => void
}

function Part({ part, draft, onChange }: PartProps) {
  switch (part) {
    case 'states':
      return (
        <>
          <StateFields states={draft.states} onChange={(states) => onChange(withStates(draft, states))} />
          <Button variant="default" onClick={() => onChange(withNewState(draft))}>
            {settingsTexts.types.addState}
          </Button>
        </>
      )
    case 'moves':
      return <TypeMoves draft={draft} onChange={onChange} />
    case 'rules':
      return <TypeRules draft={draft} onChange={onChange} />
    case 'beginning':
      return (
        <TypeBeginning defaults={draft.defaults} onChange={(defaults) => onChange({ ...draft, defaults })} />
      )
    case 'fields':
      return (
        <TypeFields fieldIds={draft.fieldIds} onChange={(fieldIds) => onChange({ ...draft, fieldIds })} />
      )
  }
}

function TypeRules({ draft, onChange }: Omit<PartProps, 'part'>) {
  const words = settingsTexts.types
  return (
    <>
      <Switch
        label={words.gate}
        description={words.gateHint}
        checked={draft.mayStartUnready}
        onChange={(event) => onChange({ ...draft, mayStartUnready: event.currentTarget.checked })}
      />
      <Switch
        label={words.acceptance}
        checked={draft.needsAcceptance}
        onChange={(event) => onChange({ ...draft, needsAcceptance: event.currentTarget.checked })}
      />
      <Switch
        label={words.notice}
        checked={draft.needsNotice}
        onChange={(event) => onChange({ ...draft, needsNotice: event.currentTarget.checked })}
      />
      <RequiredFields
        states={draft.states}
        required={draft.required}
        onChange={(required) => onChange({ ...draft, required })}
      />
    </>
  )
}
