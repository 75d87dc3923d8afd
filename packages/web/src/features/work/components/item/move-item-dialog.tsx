import type { WorkItem } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { callOf, useStore } from '../../../../platform/store/index.ts'
import { Alert, Button, Checkbox, Group, Modal, Stack } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { useWritableContainers } from '../../hooks/use-writable-containers.ts'
import { placesAfterMove, subTreeAtHome } from '../../model/move-home.ts'
import { textsCopy as words } from '../../texts-copy.ts'
import { ContainerSelect } from '../container/container-select.tsx'
import styles from './copy-item.module.css'

type Props = { readonly item: WorkItem; readonly onClose: () => void }

/** So many commands are done together or not at all. */
const AT_ONCE_MAX = 1_000

/** Brings an item to another project, process, case or list, with what lies under it. */
export function MoveItemDialog({ item, onClose }: Props) {
  const { scopes, pool } = useStore()
  const apply = useApplyCalls()
  const home = item.containerIds[0] ?? ''
  const containers = useWritableContainers().filter(({ id }) => id !== home)
  const [to, setTo] = useState<string | null>(null)
  const [isAlong, setAlong] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const [isTooMuch, setTooMuch] = useState(false)
  const move = async () => {
    const target = containers.find(({ id }) => id === to)
    if (!target) return
    setBusy(true)
    // What lies under it is known for certain once its whole container is.
    if (isAlong && item.childCount > 0) await scopes.load(`container:${home}`).catch(() => undefined)
    setBusy(false)
    const under = isAlong ? subTreeAtHome(item, (parentId) => pool.items({ parentId })) : []
    const moved = [item, ...under]
    if (moved.length > AT_ONCE_MAX) return setTooMuch(true)
    apply(
      moved.map((each) =>
        callOf('work.placeItem', { id: each.id, containerIds: placesAfterMove(each, target.id) }),
      ),
      words.moved(item.key, target.name),
    )
    onClose()
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void move()
  }
  return (
    <Modal opened onClose={onClose} title={words.moveOf(item.key)} size={460}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <ContainerSelect label={words.to} containers={containers} value={to} onChange={setTo} />
          {item.childCount > 0 && (
            <Checkbox
              label={words.along}
              checked={isAlong}
              onChange={(event) => setAlong(event.currentTarget.checked)}
            />
          )}
          <span className={styles.hint}>{words.keeps(item.key)}</span>
          {isTooMuch && <Alert color="red">{words.tooMany}</Alert>}
          <Group justify="end">
            <Button type="submit" loading={isBusy} disabled={to === null}>
              {words.doMove}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
