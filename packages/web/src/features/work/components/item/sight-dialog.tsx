import type { WorkItem } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands, useDirectory } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  Group,
  Modal,
  MultiSelect,
  notifications,
  Radio,
  Stack,
} from '../../../../ui/index.ts'
import { textsSight as words } from '../../texts-sight.ts'
import styles from './copy-item.module.css'

type Props = { readonly item: WorkItem; readonly onClose: () => void }

/** Who sees an item: whoever sees what it is in, or only some people. */
export function SightDialog({ item, onClose }: Props) {
  const { me, people, containers } = useDirectory()
  const [isConfidential, setConfidential] = useState(true)
  const [personIds, setPersonIds] = useState(() => firstNamed(item, me.personId))
  const { isBusy, refused, save } = useSave(item, onClose)
  const place = containers.get(item.containerIds[0] ?? '')?.name ?? words.somewhere
  const hasConfidentialParent = item.seenBy !== null && item.ownSeenBy === null
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void save(isConfidential ? personIds : null)
  }
  return (
    <Modal opened onClose={onClose} title={words.title(item.key)} size={480}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <Radio.Group
            aria-label={words.title(item.key)}
            value={isConfidential ? 'some' : 'all'}
            onChange={(value) => setConfidential(value === 'some')}
          >
            <Stack gap={6}>
              <Radio value="all" label={hasConfidentialParent ? words.asAbove : words.everybody(place)} />
              <Radio value="some" label={words.some} />
            </Stack>
          </Radio.Group>
          {isConfidential && (
            <MultiSelect
              label={words.people}
              placeholder={words.pick}
              searchable
              hidePickedOptions
              openOnFocus={false}
              selectFirstOptionOnChange
              nothingFoundMessage={words.nobody}
              data-autofocus
              value={personIds}
              onChange={setPersonIds}
              data={[...people.values()]
                .filter(({ id, status }) => status !== 'inactive' || personIds.includes(id))
                .map(({ id, name }) => ({ value: id, label: name }))
                .toSorted((a, b) => a.label.localeCompare(b.label))}
            />
          )}
          <span className={styles.hint}>{words.hint(place)}</span>
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Group justify="end">
            <Button type="submit" loading={isBusy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Whoever has a part in it and is asked for first; who sees it is said by the server. */
function firstNamed(item: WorkItem, me: string): string[] {
  const named = item.ownSeenBy ?? item.seenBy
  if (named) return [...named]
  const parts = [me, item.responsibleId, item.accountableId, item.requesterId]
  return [...new Set(parts.filter((id) => id !== null))]
}

function useSave(item: WorkItem, onDone: () => void) {
  const { run } = useCommands()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const save = async (personIds: string[] | null) => {
    setBusy(true)
    const outcome = await run('work.setSeenBy', { id: item.id, personIds }, { isSilent: true })
    setBusy(false)
    if (!outcome.ok) return setRefused(outcome.refused)
    const message = personIds === null ? words.didOpen(item.key) : words.did(item.key)
    notifications.show({ id: `sight-${item.id}`, message, durationMs: 3_000 })
    onDone()
  }
  return { isBusy, refused, save }
}
