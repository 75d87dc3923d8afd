import { useRef } from 'react'
import { usePeek } from '../../platform/navigation.ts'
import type { Refused } from '../../platform/refused.ts'
import {
  type StoreEvent,
  StoreProvider,
  useCommands,
  useStore,
  useStoreEvents,
} from '../../platform/store/index.ts'
import { notifications } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import styles from './store-notices.module.css'

const UNDO_MS = 8_000
const BRIEF_MS = 2_500

/** Says what was done and can be taken back, what was refused and why, and what somebody else changed. */
export function StoreNotices() {
  const store = useStore()
  const { undo, run, dismiss } = useCommands()
  const { open } = usePeek()
  const offered = useRef<string | null>(null)

  useStoreEvents((event) => {
    // One offer at a time: an older one can still be reached with the undo key.
    if (event.kind !== 'refused' && offered.current !== null) notifications.hide(offered.current)
    if (event.kind === 'refused') showRefusal(event)
    else if (event.kind === 'did') offerUndo(event)
    else notifications.show({ durationMs: BRIEF_MS, message: historyWords(event) })
  })

  function offerUndo({ batchId, label }: Extract<StoreEvent, { kind: 'did' }>) {
    offered.current = batchId
    const handleUndo = () => {
      notifications.hide(batchId)
      undo(batchId)
    }
    notifications.show({
      id: batchId,
      durationMs: UNDO_MS,
      message: (
        <span className={styles.line}>
          {label}
          <button type="button" className={styles.action} onClick={handleUndo}>
            {texts.notices.undo}
          </button>
        </span>
      ),
    })
  }

  /** What a step is completed with stands on its item. */
  function offerForm(refused: Refused, itemId: string) {
    const id = `form-${itemId}`
    const handleOpen = () => {
      notifications.hide(id)
      const item = store.pool.read('item', itemId)
      if (item) open(item.key)
    }
    notifications.show({
      ...{ id, kind: 'problem', durationMs: 12_000, title: refused.sentence },
      message: (
        <span className={styles.line}>
          {refused.remedy}
          <button type="button" className={styles.action} onClick={handleOpen}>
            {texts.notices.fillForm}
          </button>
        </span>
      ),
    })
  }

  function showRefusal({ refused, calls }: Extract<StoreEvent, { kind: 'refused' }>) {
    const call = calls[refused.index]
    if (refused.code === 'process.form_required' && call?.name === 'work.moveItem') {
      offerForm(refused, call.input.id)
      return
    }
    if (refused.code !== 'work.changed_meanwhile' || call?.name !== 'work.changeItem') {
      notifications.show({
        kind: 'problem',
        durationMs: 12_000,
        title: refused.sentence,
        message: refused.remedy,
      })
      return
    }
    const id = `conflict-${call.input.id}`
    const { seen: _seen, ...mine } = call.input
    const handleKeep = () => {
      notifications.hide(id)
      void run('work.changeItem', mine)
    }
    const handleTake = () => {
      notifications.hide(id)
      dismiss(call.input.id)
    }
    notifications.show({
      id,
      kind: 'problem',
      message: (
        // Notices are shown outside of the organisation's part of the page.
        <StoreProvider value={store}>
          <ConflictNotice itemId={call.input.id} refused={refused} onKeep={handleKeep} onTake={handleTake} />
        </StoreProvider>
      ),
    })
  }

  return null
}

function historyWords(event: Exclude<StoreEvent, { kind: 'did' | 'refused' }>): string {
  switch (event.kind) {
    case 'undid':
      return texts.notices.undone(event.label)
    case 'redid':
      return texts.notices.redone(event.label)
    case 'nothing-to-undo':
      return texts.notices.nothingToUndo
    case 'nothing-to-redo':
      return texts.notices.nothingToRedo
  }
}
