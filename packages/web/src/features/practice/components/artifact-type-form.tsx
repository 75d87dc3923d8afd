import type { ArtifactTypeView } from '@millrace/contract'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import type { Refused } from '../../../platform/refused.ts'
import { callOf, useCommands } from '../../../platform/store/index.ts'
import { Alert, Button, Modal, MultiSelect, Select, Textarea, TextInput } from '../../../ui/index.ts'
import { draftOf, inputOf, saidBy, type TypeDraft } from '../model/artifact-type-draft.ts'
import { texts } from '../texts.ts'
import { textsAreas } from '../texts-areas.ts'
import { textsForm as words } from '../texts-form.ts'
import styles from './practice.module.css'
import { StateRows } from './state-rows.tsx'

type Props = { readonly type: ArtifactTypeView | null; readonly onClose: () => void }

const KINDS = (['artifact', 'alpha'] as const).map((value) => ({ value, label: words.kinds[value] }))
const AREAS = Object.entries(textsAreas.area).map(([value, name]) => ({
  value,
  label: textsAreas.named(value, name),
}))

/** A type of artifact with its states. */
export function ArtifactTypeForm({ type, onClose }: Props) {
  const { run } = useCommands()
  const [id] = useState(() => type?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(type))
  const [refused, setRefused] = useState<Refused | null>(null)
  const said = saidBy(draft)
  const change = (part: Partial<TypeDraft>) => setDraft({ ...draft, ...part })
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (said === null) return
    const back = type
      ? [callOf('practice.saveArtifactType', inputOf(type))]
      : [callOf('practice.archiveArtifactType', { id })]
    const outcome = await run(
      'practice.saveArtifactType',
      { ...said, id, ...(type ? { version: type.version } : {}) },
      { isSilent: true, undoLabel: texts.saved(said.name), back },
    )
    if (outcome.ok) onClose()
    else setRefused(outcome.refused)
  }
  return (
    <Modal opened onClose={onClose} title={type ? words.change(type.name) : words.addType} size={640}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <TextInput
          label={words.name}
          required
          maxLength={200}
          data-autofocus
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Select
          label={words.kind}
          allowDeselect={false}
          data={KINDS}
          value={draft.kind}
          onChange={(value) => change({ kind: value === 'alpha' ? 'alpha' : 'artifact' })}
        />
        <MultiSelect
          label={words.areas}
          data={AREAS}
          value={[...draft.areas]}
          onChange={(areas) => change({ areas })}
        />
        <Textarea
          label={words.description}
          autosize
          maxLength={2000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <StateRows states={draft.states} onChange={(states) => change({ states })} />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <div className={styles.end}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={said === null}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
