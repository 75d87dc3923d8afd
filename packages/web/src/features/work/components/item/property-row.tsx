import type { WorkItem } from '@millrace/core/work'
import { Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Column } from '../../model/columns/column.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import { textsView } from '../../texts-view.ts'
import { CellInput } from '../table/cell-input.tsx'
import { TableCell } from '../table/table-cell.tsx'
import styles from './item-panel.module.css'

type Props = {
  readonly column: Column
  readonly item: WorkItem
  readonly lookup: Lookup
  /** Stands before the name. */
  readonly sign?: ReactNode
  readonly canWrite: boolean
  readonly onChoose: (field: string, rect: DOMRect) => void
}

/** One property with its name: typed into where it stands, or chosen from a list that opens over it. */
export function PropertyRow({ column, item, lookup, sign, canWrite, onChoose }: Props) {
  const apply = useApplyCalls()
  const [isTyping, setTyping] = useState(false)
  const text = column.text(item, lookup)
  const isEditable = canWrite && column.edit !== 'none'
  return (
    <div className={styles.property}>
      <dt className={styles.propertyName}>
        {sign}
        {column.name}
      </dt>
      <dd className={styles.propertyValue}>
        {isTyping ? (
          <span className={styles.typing}>
            <CellInput
              label={column.name}
              initial={(column.draft ?? column.text)(item, lookup)}
              align="start"
              onSave={(typed) => {
                const call = column.write(typed, item, lookup)
                if (call) apply([call])
                return call !== null
              }}
              onLeave={() => setTyping(false)}
            />
          </span>
        ) : isEditable ? (
          <button
            type="button"
            className={styles.valueButton}
            data-edit={column.id}
            onClick={(event) =>
              column.edit === 'type'
                ? setTyping(true)
                : onChoose(column.id, event.currentTarget.getBoundingClientRect())
            }
          >
            <span className="visually-hidden">{textsView.cell(column.name, '')}</span>
            {text === '' ? (
              <span className={styles.unset}>{textsItem.unset}</span>
            ) : (
              <TableCell column={column} item={item} lookup={lookup} />
            )}
          </button>
        ) : (
          <span className={styles.readOnly} title={canWrite ? column.lock : undefined}>
            {canWrite && column.lock !== undefined && (
              <>
                <Lock size={12} aria-hidden />
                <span className="visually-hidden">{column.lock}</span>
              </>
            )}
            <TableCell column={column} item={item} lookup={lookup} />
          </span>
        )}
      </dd>
    </div>
  )
}
