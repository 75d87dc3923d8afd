import { X } from 'lucide-react'
import { Kbd } from '../../../../ui/index.ts'
import { textsView } from '../../texts-view.ts'
import styles from './view.module.css'

type Props = {
  readonly count: number
  readonly onEdit: (field: string, rect: DOMRect) => void
  readonly onFinish: () => void
  readonly onArchive: () => void
  readonly onClear: () => void
}

const EDITS = [
  ['state', 's'],
  ['responsible', 'a'],
  ['priority', 'p'],
  ['due', 'd'],
  ['labels', 'l'],
  ['wait', 'w'],
  ['block', 'b'],
  ['group', 'm'],
] as const

/** What can be done with everything that is marked, each with its key. */
export function BulkBar({ count, onEdit, onFinish, onArchive, onClear }: Props) {
  return (
    <div className={styles.bulk} role="toolbar" aria-label={textsView.bulk}>
      <span className={styles.bulkCount}>{textsView.marked(count)}</span>
      <span className={styles.bulkButtons}>
        {EDITS.map(([field, keys]) => (
          <button
            key={field}
            type="button"
            className={styles.bulkButton}
            onClick={(event) => onEdit(field, event.currentTarget.getBoundingClientRect())}
          >
            {textsView.bulkEdit[field]}
            <Kbd keys={keys} />
          </button>
        ))}
        <button type="button" className={styles.bulkButton} onClick={onFinish}>
          {textsView.finish}
          <Kbd keys="e" />
        </button>
        <button type="button" className={styles.bulkButton} onClick={onArchive}>
          {textsView.archive}
        </button>
      </span>
      <button type="button" className="plain-button" aria-label={textsView.unmark} onClick={onClear}>
        <X size={14} aria-hidden />
      </button>
    </div>
  )
}
