import { type SyntheticEvent, useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import {
  Button,
  Group,
  Modal,
  notifications,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '../../../../ui/index.ts'
import { useAskedCommand } from '../../hooks/use-asked-command.ts'
import { useRefreshTemplates } from '../../hooks/use-templates.ts'
import { textsTemplate as words } from '../../texts-template.ts'
import { RefusalNote } from './refusal-note.tsx'
import { UnitChoice } from './unit-choice.tsx'

type Props = {
  readonly from:
    | { readonly kind: 'item'; readonly itemId: string }
    | { readonly kind: 'container'; readonly containerId: string }
  readonly name: string
  /** Where it may be kept, besides for everybody. */
  readonly placeId: string | null
  readonly onClose: () => void
}

const EVERYBODY = 'everybody'

/** Keeps an item or a container to be begun anew. */
export function KeepTemplateDialog({ from, name: given, placeId, onClose }: Props) {
  const { containers } = useDirectory()
  const place = containers.get(placeId ?? '')
  const [name, setName] = useState(given)
  const [description, setDescription] = useState('')
  const [unit, setUnit] = useState<'working' | 'calendar'>('working')
  // What is private stays among those who see it, unless somebody says otherwise.
  const [seenBy, setSeenBy] = useState(place?.visibility === 'private' ? place.id : EVERYBODY)
  const { isBusy, refused, run } = useAskedCommand()
  const refresh = useRefreshTemplates()
  const keep = async () => {
    const kept = await run('work.saveTemplate', {
      id: newId(),
      name: name.trim(),
      description: description.trim(),
      unit,
      placeId: seenBy === EVERYBODY ? null : seenBy,
      from,
    })
    if (!kept) return
    void refresh()
    notifications.show({ message: words.kept(kept.name) })
    onClose()
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void keep()
  }
  return (
    <Modal opened onClose={onClose} title={words.keepTitle(given)} size={480}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <TextInput
            label={words.name}
            required
            data-autofocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={words.about}
            autosize
            maxRows={6}
            maxLength={10_000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <UnitChoice value={unit} onChange={setUnit} />
          <Select
            label={words.seenBy}
            allowDeselect={false}
            value={seenBy}
            data={[
              { value: EVERYBODY, label: words.everybody },
              ...(place ? [{ value: place.id, label: words.seenHere(place.name) }] : []),
            ]}
            onChange={(value) => setSeenBy(value ?? EVERYBODY)}
          />
          <small>{words.keepHint[from.kind]}</small>
          <RefusalNote refused={refused} />
          <Group justify="end">
            <Button type="submit" loading={isBusy} disabled={name.trim() === ''}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
