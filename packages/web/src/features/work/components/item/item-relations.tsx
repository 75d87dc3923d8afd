import { RELATION_KINDS, type RelationKind, type WorkItem } from '@millrace/core/work'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { callOf, type Relation, useItem } from '../../../../platform/store/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsItem } from '../../texts-item.ts'
import { Anchored } from '../editors/anchored.tsx'
import { AddRelation } from './add-relation.tsx'
import { ItemLine } from './item-line.tsx'
import styles from './item-panel.module.css'

type Props = {
  readonly item: WorkItem
  readonly relations: readonly Relation[]
  readonly lookup: Lookup
  readonly canWrite: boolean
}

/** What comes before and after, what blocks and is blocked, by kind. */
export function ItemRelations({ item, relations, lookup, canWrite }: Props) {
  const [rect, setRect] = useState<DOMRect | null>(null)
  if (relations.length === 0 && !canWrite) return null
  return (
    <section className={styles.section} aria-label={textsItem.relations}>
      <header className={styles.sectionHead}>
        <h3>{textsItem.relations}</h3>
        {relations.length > 0 && <span className={styles.cardNote}>{relations.length}</span>}
        {canWrite && (
          <button
            type="button"
            className="plain-button"
            aria-label={textsItem.addRelation}
            title={textsItem.addRelation}
            onClick={(event) => setRect(event.currentTarget.getBoundingClientRect())}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
      </header>
      {sides(item.id, relations).map(({ label, found }) => (
        <div key={label}>
          <h4 className={styles.relationKind}>{label}</h4>
          <ul className={styles.lines}>
            {found.map(({ relation, otherId }) => (
              <RelatedLine
                key={relation.id}
                relation={relation}
                otherId={otherId}
                lookup={lookup}
                canWrite={canWrite}
              />
            ))}
          </ul>
        </div>
      ))}
      {rect && (
        <Anchored rect={rect} label={textsItem.addRelation} onClose={() => setRect(null)}>
          <AddRelation item={item} lookup={lookup} onDone={() => setRect(null)} />
        </Anchored>
      )}
    </section>
  )
}

type LineProps = {
  readonly relation: Relation
  readonly otherId: string
  readonly lookup: Lookup
  readonly canWrite: boolean
}

function RelatedLine({ relation, otherId, lookup, canWrite }: LineProps) {
  const apply = useApplyCalls()
  const other = useItem(otherId)
  if (!other) return null
  const isLink = relation.kind === 'precedes' && relation.linkType !== 'FS'
  return (
    <ItemLine
      item={other}
      lookup={lookup}
      end={
        <>
          {isLink && <span className={styles.cardNote}>{textsItem.linkType[relation.linkType]}</span>}
          {canWrite && (
            <button
              type="button"
              className="plain-button"
              aria-label={textsItem.removeRelation(other.key)}
              onClick={() => apply([callOf('work.unrelateItems', { id: relation.id })])}
            >
              <X size={13} aria-hidden />
            </button>
          )}
        </>
      }
    />
  )
}

type Side = {
  readonly label: string
  readonly found: { readonly relation: Relation; readonly otherId: string }[]
}

/** Relations by what they say from this item's side; the two sides of "related" are one. */
function sides(id: string, relations: readonly Relation[]): readonly Side[] {
  const byLabel = new Map<string, Side>()
  const add = (kind: RelationKind, end: 'from' | 'to', relation: Relation) => {
    const label = texts.relation[kind][end]
    const side = byLabel.get(label) ?? { label, found: [] }
    side.found.push({ relation, otherId: end === 'from' ? relation.toId : relation.fromId })
    byLabel.set(label, side)
  }
  for (const kind of RELATION_KINDS) {
    const known = relations.filter((relation) => relation.kind === kind)
    // What this item comes after stands first, whichever was written down first.
    for (const relation of known) if (relation.fromId !== id) add(kind, 'to', relation)
    for (const relation of known) if (relation.fromId === id) add(kind, 'from', relation)
  }
  return [...byLabel.values()]
}
