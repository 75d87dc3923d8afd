import { checkWorkflow, type Requirements, type WorkflowState } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { type Refused, refusedBy } from '../../../../platform/refused.ts'
import { type ItemTypeView, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { Alert, Button, Modal, Stack, Switch, TextInput } from '../../../../ui/index.ts'
import { newStateId } from '../../model/new-state-id.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { RequiredFields } from './required-fields.tsx'
import { StateFields } from './state-fields.tsx'

type Props = { readonly type: ItemTypeView | null; readonly onClose: () => void }

const USUAL: readonly WorkflowState[] = [
  { id: 'to-do', name: settingsTexts.types.usual.ready, group: 'ready', wipLimit: null },
  { id: 'doing', name: settingsTexts.types.usual.inProgress, group: 'inProgress', wipLimit: null },
  { id: 'done', name: settingsTexts.types.usual.done, group: 'done', wipLimit: null },
]

/** Name, states and rules of a type. Moves between states stay as they are; new states can be reached from all. */
export function TypeDialog({ type, onClose }: Props) {
  const { run } = useCommands()
  const { fields } = useDirectory()
  const [name, setName] = useState(type?.name ?? '')
  const [states, setStates] = useState<readonly WorkflowState[]>(type?.workflow.states ?? USUAL)
  const [isSoft, setSoft] = useState(type?.readinessGate !== 'hard')
  const [needsAcceptance, setAcceptance] = useState(type?.needsAcceptance ?? false)
  const [needsNotice, setNotice] = useState(type?.needsNotice ?? false)
  const [required, setRequired] = useState<Requirements>(type?.required ?? {})
  const [refused, setRefused] = useState<Refused | null>(null)
  const words = settingsTexts.types

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const workflow = { states: [...states], moves: movesFor(type, states) }
    const checked = checkWorkflow(workflow)
    if (!checked.ok) {
      setRefused(refusedBy(checked.refusal))
      return
    }
    const content = {
      name: name.trim(),
      workflow,
      readinessGate: isSoft ? ('soft' as const) : ('hard' as const),
      needsAcceptance,
      needsNotice,
      required: requiredOf(required, states),
    }
    const outcome = type
      ? await run(
          'work.changeType',
          { id: type.id, patch: content },
          { isSilent: true, undoLabel: words.changed(name) },
        )
      : await run('work.createType', { id: newId(), icon: 'circle', ...content }, { isSilent: true })
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  const handleAdd = () => {
    const fresh: WorkflowState = {
      id: newStateId(states.map(({ id }) => id)),
      name: '',
      group: 'inProgress',
      wipLimit: null,
    }
    const end = states.findIndex(({ group }) => group === 'done')
    setStates(end === -1 ? [...states, fresh] : states.toSpliced(end, 0, fresh))
  }
  return (
    <Modal opened onClose={onClose} title={type?.name ?? words.add} size={560}>
      <form onSubmit={(event) => void handleSubmit(event)}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            value={name}
            required
            data-autofocus
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <StateFields states={states} onChange={setStates} />
          <Button variant="default" onClick={handleAdd}>
            {words.addState}
          </Button>
          <Switch
            label={words.gate}
            description={words.gateHint}
            checked={isSoft}
            onChange={(event) => setSoft(event.currentTarget.checked)}
          />
          <Switch
            label={words.acceptance}
            checked={needsAcceptance}
            onChange={(event) => setAcceptance(event.currentTarget.checked)}
          />
          <Switch
            label={words.notice}
            checked={needsNotice}
            onChange={(event) => setNotice(event.currentTarget.checked)}
          />
          <RequiredFields states={states} required={required} fields={fields} onChange={setRequired} />
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Button
            type="submit"
            disabled={name.trim() === '' || states.some((state) => state.name.trim() === '')}
          >
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** Without states that are gone, and those that ask for nothing. */
function requiredOf(required: Requirements, states: readonly WorkflowState[]): Record<string, string[]> {
  const asked = states.map(({ id }): [string, string[]] => [id, [...(required[id] ?? [])]])
  return Object.fromEntries(asked.filter(([, names]) => names.length > 0))
}

type Moves = 'any' | { from: string; to: string }[]

function movesFor(type: ItemTypeView | null, states: readonly WorkflowState[]): Moves {
  const moves = type?.workflow.moves ?? 'any'
  if (moves === 'any') return 'any'
  const ids = new Set(states.map(({ id }) => id))
  const known = new Set(type?.workflow.states.map(({ id }) => id))
  const kept = moves.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const fresh = states.filter(({ id }) => !known.has(id)).map(({ id }) => id)
  const added = fresh.flatMap((id) =>
    states
      .filter((other) => other.id !== id)
      .flatMap((other) => [
        { from: id, to: other.id },
        { from: other.id, to: id },
      ]),
  )
  return [...kept, ...added]
}
