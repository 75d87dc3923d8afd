import type { WorkItem } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { paths, useGo, useSlug } from '../../../../platform/navigation.ts'
import { newId } from '../../../../platform/new-id.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { type Item, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  Checkbox,
  DayField,
  Group,
  Modal,
  notifications,
  Stack,
  Textarea,
} from '../../../../ui/index.ts'
import { useWritableContainers } from '../../hooks/use-writable-containers.ts'
import { textsCopy as words } from '../../texts-copy.ts'
import { ContainerSelect } from '../container/container-select.tsx'
import styles from './copy-item.module.css'

type Props = { readonly item: WorkItem; readonly onClose: () => void }

/** Copies an item as it would be begun anew, with its days moved as a whole. */
export function CopyItemDialog({ item, onClose }: Props) {
  const { organisation } = useDirectory()
  const containers = useWritableContainers()
  const home = item.containerIds[0] ?? null
  const [title, setTitle] = useState(item.title)
  const [containerId, setContainerId] = useState(
    containers.some(({ id }) => id === home) ? home : (containers[0]?.id ?? null),
  )
  const [subItems, setSubItems] = useState(true)
  const [checklists, setChecklists] = useState(true)
  const [startsOn, setStartsOn] = useState<string | null>(null)
  const { isBusy, refused, copy } = useCopy(onClose)
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (containerId !== null)
      void copy({
        id: item.id,
        copyId: newId(),
        title: title.trim(),
        containerId,
        subItems,
        checklists,
        startsOn,
      })
  }
  return (
    <Modal opened onClose={onClose} title={words.copyOf(item.key)} size={520}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <Textarea
            label={words.title}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={500}
            required
            data-autofocus
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group grow align="start">
            <ContainerSelect
              label={words.container}
              containers={containers}
              value={containerId}
              onChange={setContainerId}
            />
            <DayField
              label={words.startsOn}
              value={startsOn}
              onChange={setStartsOn}
              weekStart={organisation.weekStart}
            />
          </Group>
          <span className={styles.hint}>{words.startsOnHint}</span>
          {item.childCount > 0 && (
            <Checkbox
              label={words.withSubItems(item.childCount)}
              checked={subItems}
              onChange={(event) => setSubItems(event.currentTarget.checked)}
            />
          )}
          {item.lineCount > 0 && (
            <Checkbox
              label={words.withChecklists(item.lineCount)}
              checked={checklists}
              onChange={(event) => setChecklists(event.currentTarget.checked)}
            />
          )}
          <span className={styles.hint}>{words.begins}</span>
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Group justify="end">
            <Button type="submit" loading={isBusy} disabled={title.trim() === '' || containerId === null}>
              {words.doCopy}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The server copies: only it knows everything that lies under an item. */
function useCopy(onDone: () => void) {
  const { run } = useCommands()
  const slug = useSlug()
  const go = useGo()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const tell = ({ id, key }: Pick<Item, 'id' | 'key'>) => {
    const notice = `copied-${id}`
    const close = (then: () => void) => () => {
      notifications.hide(notice)
      then()
    }
    notifications.show({
      id: notice,
      durationMs: 8_000,
      message: (
        <Group gap="xs">
          {words.copied(key)}
          <Button size="compact-xs" variant="subtle" onClick={close(() => go(paths.item(slug, key)))}>
            {words.open}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={close(() => void run('work.archiveItem', { id }))}
          >
            {words.undo}
          </Button>
        </Group>
      ),
    })
  }
  const copy = async (input: Parameters<typeof run<'work.copyItem'>>[1]) => {
    setBusy(true)
    const outcome = await run('work.copyItem', input, { isSilent: true })
    setBusy(false)
    if (!outcome.ok) return setRefused(outcome.refused)
    tell(outcome.output)
    onDone()
  }
  return { isBusy, refused, copy }
}
