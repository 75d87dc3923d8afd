import type { WorkItem } from '@millrace/core/work'
import { LockKeyhole } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Lookup } from '../../model/lookup.ts'
import { textsSight as words } from '../../texts-sight.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-panel.module.css'

const SightDialog = lazy(async () => ({ default: (await import('./sight-dialog.tsx')).SightDialog }))

type Props = { readonly item: WorkItem; readonly lookup: Lookup; readonly canWrite: boolean }

const NAMES_SHOWN = 5

/** That an item is confidential, and who sees it. */
export function ItemSight({ item, lookup, canWrite }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (item.seenBy === null) return null
  const names = item.seenBy.map((id) => lookup.people.get(id)?.name ?? textsView.somebody)
  const shown = names.slice(0, NAMES_SHOWN)
  const rest = names.length - shown.length
  const place = lookup.containers.get(item.containerIds[0] ?? '')?.name ?? words.somewhere
  return (
    <div className={styles.standingLine} data-kind="confidential">
      <LockKeyhole size={14} strokeWidth={2} aria-hidden />
      <span className={styles.standingText}>
        <strong>{words.confidential}</strong>{' '}
        {words.seenBy(rest > 0 ? [...shown, words.more(rest)] : shown, place)}
        {item.ownSeenBy === null && <span className={styles.standingNote}>{words.withAbove}</span>}
      </span>
      {canWrite && (
        <button type="button" className={styles.standingEnd} onClick={() => setOpen(true)}>
          {words.change}
        </button>
      )}
      <Suspense fallback={null}>
        {isOpen && <SightDialog item={item} onClose={() => setOpen(false)} />}
      </Suspense>
    </div>
  )
}
