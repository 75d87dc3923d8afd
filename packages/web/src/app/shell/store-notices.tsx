import { type StoreEvent, useCommands, useStoreEvents } from '../../platform/store/index.ts'
import { notifications } from '../../ui/index.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import styles from './store-notices.module.css'

const UNDO_MS = 8_000

/** Says what was done and can be taken back, what was refused and why, and what somebody else changed. */
export function StoreNotices() {
  const { undo, run } = useCommands()
  useStoreEvents((event) => {
    if (event.kind === 'refused') showRefusal(event)
    else if (event.kind === 'did') {
      notifications.show({
        id: event.batchId,
        durationMs: UNDO_MS,
        message: (
          <span className={styles.line}>
            {event.label}
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                notifications.hide(event.batchId)
                undo(event.batchId)
              }}
            >
              Undo
            </button>
          </span>
        ),
      })
    } else notifications.show({ id: 'history', durationMs: 2_500, message: historyWords(event) })
  })

  function showRefusal({ refused, calls }: Extract<StoreEvent, { kind: 'refused' }>) {
    const call = calls[refused.index]
    if (refused.code === 'work.changed_meanwhile' && call?.name === 'work.changeItem') {
      const id = `conflict-${call.input.id}`
      const { seen: _seen, ...mine } = call.input
      const handleKeep = () => {
        notifications.hide(id)
        void run('work.changeItem', mine)
      }
      notifications.show({
        id,
        kind: 'problem',
        message: (
          <ConflictNotice
            itemId={call.input.id}
            refused={refused}
            onKeep={handleKeep}
            onTake={() => notifications.hide(id)}
          />
        ),
      })
      return
    }
    notifications.show({
      id: `refused-${refused.code}`,
      kind: 'problem',
      durationMs: 12_000,
      title: refused.sentence,
      message: refused.remedy,
    })
  }

  return null
}

function historyWords(event: Exclude<StoreEvent, { kind: 'did' | 'refused' }>): string {
  switch (event.kind) {
    case 'undid':
      return event.label === '' ? 'Taken back' : `Taken back: ${event.label}`
    case 'redid':
      return event.label === '' ? 'Done again' : `Done again: ${event.label}`
    case 'nothing-to-undo':
      return 'There is nothing to take back'
    case 'nothing-to-redo':
      return 'There is nothing to do again'
  }
}
