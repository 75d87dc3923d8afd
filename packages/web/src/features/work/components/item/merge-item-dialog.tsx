import type { WorkItem } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import { paths, useGo, useSlug } from '../../../../platform/navigation.ts'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands } from '../../../../platform/store/index.ts'
import { Alert, Button, Group, Modal, notifications, Radio, Stack, StateShape } from '../../../../ui/index.ts'
import { useFoundItems } from '../../hooks/use-found-items.ts'
import { textsItem } from '../../texts-item.ts'
import { textsMerge as words } from '../../texts-merge.ts'
import { ItemFinder } from '../editors/item-finder.tsx'
import styles from './copy-item.module.css'

type Props = { readonly item: WorkItem; readonly onClose: () => void }

type Other = Pick<WorkItem, 'id' | 'key' | 'title' | 'stateGroup'>

/** Merges an item with another about the same work: which one, which of both stays, and what then happens. */
export function MergeItemDialog({ item, onClose }: Props) {
  const [text, setText] = useState('')
  const found = useFoundItems(text)
  const [other, setOther] = useState<Other | null>(null)
  const [staysId, setStaysId] = useState('')
  const { isBusy, refused, merge } = useMerge(onClose)
  const [stays, goes] = other !== null && staysId === other.id ? [other, item] : [item, other]
  const pick = (id: string) => {
    const picked = found.items.find((each) => each.id === id)
    if (!picked) return
    setOther(picked)
    setStaysId(picked.id)
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (goes) void merge(goes, stays)
  }
  return (
    <Modal opened onClose={onClose} title={words.mergeOf(item.key)} size={480}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          {other === null && (
            <ItemFinder
              label={textsItem.findItem}
              text={text}
              onText={setText}
              isSearching={found.isSearching}
              options={found.items
                .filter(({ id, archivedAt }) => id !== item.id && archivedAt === null)
                .map(({ id, title, key, stateGroup }) => ({
                  ...{ id, name: title, hint: key },
                  sign: <StateShape group={stateGroup} />,
                }))}
              onPick={pick}
            />
          )}
          {other !== null && (
            <Radio.Group label={words.whichStays} value={staysId} onChange={setStaysId}>
              <Stack gap={6} mt={6}>
                {[other, item].map(({ id, key, title }) => (
                  <Radio key={id} value={id} label={words.item(key, title)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <span className={styles.hint}>{goes ? words.happens(goes.key, stays.key) : words.before}</span>
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Group justify="end">
            <Button type="submit" loading={isBusy} disabled={goes === null}>
              {words.doMerge}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The server merges: only it knows everything that hangs on an item. */
function useMerge(onDone: () => void) {
  const { run } = useCommands()
  const slug = useSlug()
  const go = useGo()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const merge = async (goes: Pick<WorkItem, 'id' | 'key'>, stays: Pick<WorkItem, 'id' | 'key'>) => {
    setBusy(true)
    const outcome = await run('work.mergeItem', { id: goes.id, intoId: stays.id }, { isSilent: true })
    setBusy(false)
    if (!outcome.ok) return setRefused(outcome.refused)
    notifications.show({ id: `merged-${goes.id}`, message: words.merged(goes.key, stays.key) })
    onDone()
    go(paths.item(slug, stays.key))
  }
  return { isBusy, refused, merge }
}
