import type { WorkItem } from '@millrace/core/work'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { formatEffort, Progress } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { ItemDetails } from '../../hooks/use-item-details.ts'
import { useQuickAdd } from '../../hooks/use-quick-add.ts'
import { effortInWords } from '../../model/effort-words.ts'
import type { Lookup } from '../../model/lookup.ts'
import { propertiesOf } from '../../model/new-item.ts'
import { texts } from '../../texts.ts'
import { textsEdit } from '../../texts-edit.ts'
import { textsItem } from '../../texts-item.ts'
import { NewItemInput } from '../list/new-item-row.tsx'
import { ItemLine } from './item-line.tsx'
import styles from './item-panel.module.css'

type Props = {
  readonly item: WorkItem
  readonly subItems: readonly WorkItem[]
  readonly rollUp: ItemDetails['rollUp'] | undefined
  readonly lookup: Lookup
  readonly canWrite: boolean
}

/** The items this one is made of, how far they are, and the line to add more. */
export function ItemSubItems({ item, subItems, rollUp, lookup, canWrite }: Props) {
  const apply = useApplyCalls()
  const [isAdding, setAdding] = useState(false)
  const readLine = useQuickAdd()
  const ordered = subItems.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  const done = subItems.filter((child) => child.stateGroup === 'done').length
  const create = (titles: readonly string[]) => {
    const containerId = item.containerIds[0]
    if (containerId === undefined) return
    apply(
      titles.map(readLine).map((line) =>
        callOf('work.createItem', {
          ...propertiesOf(line),
          id: newId(),
          containerId: line.containerId ?? containerId,
          parentId: item.id,
          title: line.title,
        }),
      ),
      titles.length > 1 ? textsEdit.did.create(textsEdit.items(titles.length)) : undefined,
    )
  }
  if (subItems.length === 0 && !canWrite) return null
  return (
    <section className={styles.section} aria-label={textsItem.subItems}>
      <header className={styles.sectionHead}>
        <h3>{textsItem.subItems}</h3>
        {subItems.length > 0 && (
          <span className={styles.cardNote} title={texts.subItemsDone(done, subItems.length)}>
            {done}/{subItems.length}
          </span>
        )}
        {canWrite && (
          <button
            type="button"
            className="plain-button"
            aria-label={textsItem.addSubItem}
            title={textsItem.addSubItem}
            onClick={() => setAdding(true)}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
      </header>
      {subItems.length > 0 && (
        <Progress
          value={(done / subItems.length) * 100}
          size={3}
          aria-label={texts.subItemsDone(done, subItems.length)}
        />
      )}
      <ul className={styles.lines}>
        {ordered.map((child) => (
          <ItemLine key={child.id} item={child} lookup={lookup} />
        ))}
      </ul>
      {isAdding && (
        <NewItemInput label={textsItem.addSubItem} onClose={() => setAdding(false)} onCreate={create} />
      )}
      {rollUp && rollUp.effortHighMin > 0 && (
        <p className={styles.hint}>
          {textsItem.rollUp(formatEffort(rollUp.doneEffortMin), effortInWords(rollUp))}
        </p>
      )}
    </section>
  )
}
