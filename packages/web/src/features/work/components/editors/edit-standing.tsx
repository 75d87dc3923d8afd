import { BLOCKER_REASONS, type BlockerReason } from '@millrace/core/work'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { Button } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { handOffCalls } from '../../model/hand-off.ts'
import { whatOf } from '../../model/what-of.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import type { EditorProps } from './editor-props.ts'
import { NoteForm } from './lazy-note-form.tsx'

/** Whom or what items wait for. */
export function EditWaiting({ items, lookup, onDone }: EditorProps) {
  const apply = useApplyCalls()
  const [first] = items
  const isWaiting = items.some((item) => item.waitingFor !== null)
  return (
    <NoteForm
      title={textsEdit.waitTitle}
      choiceLabel={textsEdit.waitWhom}
      choices={peopleChoices(lookup)}
      initialChoice={first?.waitingFor?.personId ?? null}
      initialNote={first?.waitingFor?.note ?? ''}
      noteLabel={textsEdit.waitNote}
      submitLabel={textsEdit.waitSubmit}
      isEnough={(personId, note) => personId !== null || note !== ''}
      onSubmit={(personId, note) => {
        apply(
          items.map((item) => callOf('work.waitForItem', { id: item.id, personId, note })),
          textsEdit.did.wait(whatOf(items)),
        )
        onDone()
      }}
    >
      {isWaiting && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            apply(
              items
                .filter((item) => item.waitingFor !== null)
                .map((item) => callOf('work.stopWaiting', { id: item.id })),
            )
            onDone()
          }}
        >
          {textsEdit.stopWaiting}
        </Button>
      )}
    </NoteForm>
  )
}

/** Why items cannot progress. */
export function EditBlocked({ items, onDone }: EditorProps) {
  const apply = useApplyCalls()
  return (
    <NoteForm
      title={textsEdit.blockTitle}
      choiceLabel={textsEdit.blockReason}
      choices={BLOCKER_REASONS.map((reason) => ({ value: reason, label: texts.blocker[reason] }))}
      initialChoice={null}
      noteLabel={textsEdit.blockNote}
      submitLabel={textsEdit.blockSubmit}
      isEnough={(reason) => reason !== null}
      onSubmit={(chosen, note) => {
        const reason: BlockerReason = BLOCKER_REASONS.find((each) => each === chosen) ?? 'other'
        apply(
          items.map((item) => callOf('work.blockItem', { id: item.id, blockerId: newId(), reason, note })),
          textsEdit.did.block(whatOf(items)),
        )
        onDone()
      }}
    />
  )
}

/** Gives items to somebody else, with what they need to know in the discussion. */
export function EditHandOff({ items, lookup, onDone }: EditorProps) {
  const apply = useApplyCalls()
  return (
    <NoteForm
      title={textsEdit.handOffTitle}
      choiceLabel={textsEdit.handOffWhom}
      choices={peopleChoices(lookup)}
      initialChoice={null}
      noteLabel={textsEdit.handOffNote}
      submitLabel={textsEdit.handOffSubmit}
      isEnough={(personId) => personId !== null}
      onSubmit={(personId, note) => {
        const name = lookup.people.get(personId ?? '')?.name ?? ''
        apply(
          items.flatMap((item) => handOffCalls(item, { personId, name, note }, newId)),
          textsEdit.did.assign(whatOf(items), name),
        )
        onDone()
      }}
    />
  )
}

function peopleChoices(lookup: EditorProps['lookup']) {
  return [...lookup.people.values()]
    .filter((person) => person.status !== 'inactive')
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((person) => ({ value: person.id, label: person.name }))
}
