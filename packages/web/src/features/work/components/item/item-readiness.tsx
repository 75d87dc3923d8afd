import { missingForReadiness, READINESS, type ReadinessPart, type WorkItem } from '@millrace/core/work'
import { Check, Circle } from 'lucide-react'
import { useState } from 'react'
import { BUILT_IN_COLUMNS } from '../../model/columns/built-in-columns.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'
import { ItemPractice } from './item-practice.tsx'
import { PropertyRow } from './property-row.tsx'

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly canWrite: boolean
  readonly onChoose: (field: string, rect: DOMRect) => void
}

const COLUMN_OF: Readonly<Record<ReadinessPart, string>> = {
  performer: 'responsible',
  deadline: 'due',
  role: 'role',
  practice: 'practice',
  resources: 'resources',
  artifact: 'artifact',
}

/** The six things that turn a task into work: which are known, which are missing, and what the gate asks. */
export function ItemReadiness({ item, lookup, canWrite, onChoose }: Props) {
  const missing = missingForReadiness(item)
  const isStarted = item.stateGroup !== 'backlog' && item.stateGroup !== 'ready'
  const [isOpen, setOpen] = useState(!isStarted && missing.length > 0)
  const isHard = lookup.types.get(item.typeId)?.readinessGate === 'hard'
  const known = READINESS.length - missing.length
  return (
    <section className={styles.card} aria-label={textsItem.readiness}>
      <button
        type="button"
        className={styles.cardHead}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.pips} aria-hidden>
          {READINESS.map((part) => (
            <span key={part} className={styles.pip} data-known={!missing.includes(part) || undefined} />
          ))}
        </span>
        {textsItem.readiness}
        <span className={styles.cardNote}>{textsItem.readinessCount(known, READINESS.length)}</span>
      </button>
      {isOpen && (
        <>
          <dl className={styles.properties}>
            {READINESS.map((part) => {
              const column = BUILT_IN_COLUMNS.find((each) => each.id === COLUMN_OF[part])
              const isMissing = missing.includes(part)
              const Sign = isMissing ? Circle : Check
              return (
                column && (
                  <PropertyRow
                    key={part}
                    column={{ ...column, name: texts.readiness[part] }}
                    item={item}
                    lookup={lookup}
                    sign={
                      <Sign
                        size={13}
                        strokeWidth={2}
                        aria-hidden
                        className={styles[isMissing ? 'missing' : 'known']}
                      />
                    }
                    canWrite={canWrite}
                    onChoose={onChoose}
                  />
                )
              )
            })}
          </dl>
          <ItemPractice item={item} />
          <p className={styles.hint}>
            {missing.length === 0 ? textsItem.ready : isHard ? textsItem.gateHard : textsItem.gateSoft}
          </p>
        </>
      )}
    </section>
  )
}
