import type { WorkItem } from '@millrace/core/work'
import { useMemo, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { type Container, callOf, useStore } from '../../../platform/store/index.ts'
import type { Drop } from '../components/board/use-board-drop.ts'
import type { EditAnchor, LayoutHandlers } from '../components/view/layout-props.ts'
import { callsOfDrop, type DropPlace } from '../model/drop.ts'
import { joinFilters } from '../model/filter-text.ts'
import { finishCalls } from '../model/finish.ts'
import type { WorkGroup } from '../model/grouping.ts'
import { placeOfCell } from '../model/lanes.ts'
import type { Lookup } from '../model/lookup.ts'
import { createInGroup } from '../model/new-item.ts'
import { type Selection, targetIds } from '../model/selection.ts'
import { unseenParts } from '../model/unseen-parts.ts'
import type { ViewSettings } from '../model/view-settings.ts'
import { whatOf } from '../model/what-of.ts'
import { textsEdit } from '../texts-edit.ts'
import { shiftHandlers } from './shift-handlers.ts'
import { type ApplyCalls, useApplyCalls } from './use-apply-calls.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { useFolded } from './use-folded.ts'
import { useItemQuery } from './use-item-query.ts'
import { useLookup } from './use-lookup.ts'
import { usePlannedLookup } from './use-planned-lookup.ts'
import { useQuickAdd } from './use-quick-add.ts'
import { useStableHandlers } from './use-stable-handlers.ts'
import { type Arrange, useWorkGroups } from './use-work-groups.ts'
import { useWorkSelection } from './use-work-selection.ts'

export type WorkViewInput = {
  /** Under this name the browser remembers what is folded. */
  readonly name: string
  readonly items: readonly WorkItem[]
  readonly settings: ViewSettings
  /** Where new items are opened. Null: nowhere from here. */
  readonly container: Pick<Container, 'id' | 'defaultTypeId'> | null
  readonly arrange?: Arrange
  readonly usuallyFolded?: readonly string[]
  readonly onPeek: (key: string) => void
  readonly onOpen: (key: string) => void
}

/** Everything a view of items does, apart from how it looks. */
export function useWorkView(input: WorkViewInput) {
  const { items, settings, container } = input
  const [draft, setDraft] = useState('')
  const text = joinFilters(settings.query, draft)
  const { lookup, plans } = usePlannedLookup(items, useLookup(), { settings, filter: text })
  const apply = useApplyCalls()
  const [folded, toggleFolded] = useFolded(input.name, input.usuallyFolded)
  const filter = useFilter(items, { settings, text, lookup })
  const { groups, lanes, order } = useWorkGroups(filter.found, settings, {
    lookup,
    folded,
    usualTypeId: container?.defaultTypeId,
    arrange: input.arrange,
  })
  const selection = useWorkSelection(order)
  const { pool } = useStore()
  const pick = (ids: readonly string[]) => ids.flatMap((id) => pool.read('item', id) ?? [])
  const targets = () => pick(targetIds(selection.selection))
  const withMarked = (itemId: string) => {
    const { selected } = selection.selection
    return pick(selected.has(itemId) ? order.ids().filter((id) => selected.has(id)) : [itemId])
  }
  const writing = useWriting(input, { lookup, apply, onMade: selection.setCursor })
  const editing = useEditing(selection.selection, pick)
  const moveTo = moverOf({ settings, groups, lanes, lookup, apply })
  const handlers: LayoutHandlers = {
    onCursor: selection.setCursor,
    onToggle: selection.toggle,
    onRange: selection.selectRange,
    onPeek: (id) => input.onPeek(pool.read('item', id)?.key ?? ''),
    onOpen: (id) => input.onOpen(pool.read('item', id)?.key ?? ''),
    onEdit: editing.edit,
    onFold: toggleFolded,
    onCreateIn: writing.setCreatingIn,
    onCreate: writing.create,
    onCalls: (calls) => apply(calls, severalChanged(calls.length)),
    onDrop: ({ itemId, ...place }) => moveTo(withMarked(itemId), place),
    ...shiftHandlers(apply, withMarked),
  }
  return {
    ...filter,
    ...{ draft, setDraft, plans },
    lookup,
    groups,
    lanes,
    folded,
    selection,
    targets,
    moveTo,
    handlers: useStableHandlers(handlers),
    creatingIn: writing.creatingIn,
    editor: editing.editor,
    editedItems: editing.items,
    closeEditor: editing.close,
    ...endings(targets, lookup, apply),
  }
}

type Moving = Pick<ReturnType<typeof useWorkGroups>, 'groups' | 'lanes'> & {
  readonly settings: ViewSettings
  readonly lookup: Lookup
  readonly apply: ApplyCalls
}

type Target = Omit<DropPlace, 'field' | 'lane'> & Partial<Pick<Drop, 'lane'>>

/** Brings items into another group, and on a board with rows into another row. */
function moverOf({ settings, groups, lanes, lookup, apply }: Moving) {
  return (moved: readonly WorkItem[], { lane, ...place }: Target) => {
    const view = { groups, isManual: settings.sort.field === 'manual', lookup }
    const across = lane ? { field: settings.lanes, ...lane } : undefined
    const calls = callsOfDrop(moved, { field: settings.group, ...place, lane: across }, view)
    const nameOf = (all: readonly WorkGroup[] | null, key: string) =>
      all?.find((group) => group.key === key)?.label ?? ''
    const to = [
      ...(place.from === place.to ? [] : [nameOf(groups, place.to)]),
      ...(lane && lane.from !== lane.to ? [nameOf(lanes, lane.to)] : []),
    ]
    apply(calls, to.length > 0 ? textsEdit.did.move(whatOf(moved), to.join(', ')) : undefined)
  }
}

/** Bringing items to their end: finished, or put away. */
function endings(targets: () => readonly WorkItem[], lookup: Lookup, apply: ApplyCalls) {
  return {
    finish: () => apply(finishCalls(targets(), lookup), textsEdit.did.finish(whatOf(targets()))),
    archive: () => {
      const calls = targets().map((item) => callOf('work.archiveItem', { id: item.id }))
      apply(calls, textsEdit.did.archive(whatOf(targets())))
    },
  }
}

/** The query of the address together with what is being typed; a wrong text filters nothing further. */
function useFilter(
  items: readonly WorkItem[],
  {
    settings,
    text,
    lookup,
  }: { readonly settings: ViewSettings; readonly text: string; readonly lookup: Lookup },
) {
  const catalogue = useCatalogue()
  const typed = useItemQuery(text, settings.sort, lookup)
  const committed = useItemQuery(settings.query, settings.sort, lookup)
  const query = typed.refusal ? committed : typed
  const found = useMemo(() => query.find(items), [query, items])
  const unseen = unseenParts(settings, { fields: lookup.fields, refusal: committed.refusal })
  return { catalogue, refusal: typed.refusal, applied: query.applied, found, unseen }
}

type Writing = {
  readonly lookup: Lookup
  readonly apply: ApplyCalls
  readonly onMade: (itemId: string) => void
}

/** Where new items are being written, and how they are made. */
function useWriting({ container, settings }: WorkViewInput, { lookup, apply, onMade }: Writing) {
  const [creatingIn, setCreatingIn] = useState<string | null>(null)
  const readLine = useQuickAdd()
  const create = (groupKey: string, titles: readonly string[]) => {
    if (!container) return
    const made = titles.map((title) => ({ id: newId(), line: readLine(title) }))
    const { lane: key, column } = placeOfCell(groupKey)
    const lane = key === null ? undefined : { field: settings.lanes, key }
    const place = { container, field: settings.group, groupKey: column, lane, lookup }
    apply(
      made.flatMap(({ id, line }) => createInGroup(id, line, place)),
      titles.length > 1 ? textsEdit.did.create(textsEdit.items(titles.length)) : undefined,
    )
    const last = made.at(-1)
    if (last) onMade(last.id)
  }
  return { creatingIn, setCreatingIn, create }
}

/** Which property of which items is being edited: of all that are marked, when one of them is. */
function useEditing(selection: Selection, pick: (ids: readonly string[]) => readonly WorkItem[]) {
  const [editor, setEditor] = useState<EditAnchor | null>(null)
  return {
    editor,
    items: editor ? pick(editor.itemIds) : [],
    close: () => setEditor(null),
    edit: (anchor: EditAnchor) => {
      const isMarked = anchor.itemIds.some((id) => selection.selected.has(id))
      setEditor(isMarked ? { ...anchor, itemIds: [...selection.selected] } : anchor)
    },
  }
}

/** One change is seen where it happens; several at once are worth a notice to take them back by. */
function severalChanged(count: number): string | undefined {
  return count > 1 ? textsEdit.did.change(textsEdit.items(count)) : undefined
}

export type WorkViewModel = ReturnType<typeof useWorkView>
