import { RELATION_KINDS, type WorkItem } from '@millrace/core/work'
import { useState } from 'react'
import { newId } from '../../../../platform/new-id.ts'
import { callOf } from '../../../../platform/store/index.ts'
import { Select, StateShape } from '../../../../ui/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import { useFoundItems } from '../../hooks/use-found-items.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsItem } from '../../texts-item.ts'
import { ItemFinder } from '../editors/item-finder.tsx'
import styles from './item-panel.module.css'

type Props = { readonly item: WorkItem; readonly lookup: Lookup; readonly onDone: () => void }

const CHOICES = RELATION_KINDS.flatMap((kind) =>
  kind === 'relates'
    ? [{ value: 'relates:from', label: texts.relation.relates.from }]
    : (['from', 'to'] as const).map((end) => ({ value: `${kind}:${end}`, label: texts.relation[kind][end] })),
)

/** Relates this item to another: how, then to which. */
export function AddRelation({ item, onDone }: Props) {
  const apply = useApplyCalls()
  const [choice, setChoice] = useState('precedes:to')
  const [text, setText] = useState('')
  const found = useFoundItems(text)
  const relate = (otherId: string) => {
    const [name, end] = choice.split(':')
    const kind = RELATION_KINDS.find((known) => known === name) ?? 'relates'
    const [fromId, toId] = end === 'to' ? [otherId, item.id] : [item.id, otherId]
    apply([callOf('work.relateItems', { id: newId(), fromId, toId, kind })])
    onDone()
  }
  return (
    <div className={styles.relate}>
      <Select
        aria-label={textsItem.relationKind}
        data={CHOICES}
        value={choice}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => setChoice(value ?? 'relates:from')}
      />
      <ItemFinder
        label={textsItem.findItem}
        text={text}
        onText={setText}
        isSearching={found.isSearching}
        options={found.items
          .filter((other) => other.id !== item.id)
          .map((other) => ({
            id: other.id,
            name: other.title,
            hint: other.key,
            sign: <StateShape group={other.stateGroup} />,
          }))}
        onPick={relate}
      />
    </div>
  )
}
