import type { WorkItem } from '@millrace/core/work'
import type { DropPlace } from '../../model/drop.ts'
import type { GroupField } from '../../model/group-field.ts'
import { groupKeys, type WorkGroup } from '../../model/grouping.ts'
import type { Lookup } from '../../model/lookup.ts'
import { canMoveBetween } from '../../model/moves.ts'
import { shared } from '../../model/what-of.ts'
import { textsEdit } from '../../texts-edit.ts'
import { GroupSign } from '../list/group-header.tsx'
import { Anchored } from './anchored.tsx'
import { EditState } from './edit-values.tsx'
import { OptionPicker } from './option-picker.tsx'

type Props = {
  readonly items: readonly WorkItem[]
  readonly groups: readonly WorkGroup[]
  readonly field: GroupField
  readonly lookup: Lookup
  readonly rect: DOMRect
  readonly onMove: (items: readonly WorkItem[], place: Pick<DropPlace, 'from' | 'to' | 'beside'>) => void
  readonly onDone: () => void
}

/** What dragging does, for those who do not drag: choose the group, or the place within it. */
export function GroupPicker(props: Props) {
  const { items, groups, field, lookup, rect, onMove, onDone } = props
  const [first] = items
  if (!first || !canMoveBetween(field, lookup)) {
    return (
      <Anchored rect={rect} label={textsEdit.pick.state} onClose={onDone}>
        <EditState items={items} lookup={lookup} onDone={onDone} />
      </Anchored>
    )
  }
  const from = groupKeys(first, field, lookup)[0] ?? ''
  const here = groups.find((group) => group.key === from)?.items.filter((item) => !items.includes(item)) ?? []
  const place = (edge: 'before' | 'after') => {
    const beside = edge === 'before' ? here[0] : here.at(-1)
    if (beside) onMove(items, { from, to: from, beside: { itemId: beside.id, edge } })
  }
  return (
    <Anchored rect={rect} label={textsEdit.pick.group} onClose={onDone}>
      <OptionPicker
        label={textsEdit.pick.group}
        options={[
          ...groups.map((group) => ({
            id: `to:${group.key}`,
            name: group.label,
            sign: <GroupSign group={group} field={field} lookup={lookup} />,
            hint: String(group.items.length),
          })),
          { id: 'before', name: textsEdit.toTop },
          { id: 'after', name: textsEdit.toBottom },
        ]}
        selected={shared(items, (item) => `to:${groupKeys(item, field, lookup)[0] ?? ''}`)}
        onPick={(id) => {
          if (id === 'before' || id === 'after') place(id)
          else onMove(items, { from, to: id.slice('to:'.length), beside: null })
          onDone()
        }}
      />
    </Anchored>
  )
}
