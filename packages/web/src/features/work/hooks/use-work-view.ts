import type { WorkItem } from '@millrace/core/work'
import { useMemo, useRef, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { type Container, callOf } from '../../../platform/store/index.ts'
import type { EditAnchor, LayoutHandlers } from '../components/view/layout-props.ts'
import { callsOfDrop } from '../model/drop.ts'
import { joinFilters } from '../model/filter-text.ts'
import { finishCalls } from '../model/finish.ts'
import { createInGroup } from '../model/new-item.ts'
import { targetIds } from '../model/selection.ts'
import type { ViewSettings } from '../model/view-settings.ts'
import { whatOf } from '../model/what-of.ts'
import { textsEdit } from '../texts-edit.ts'
import { useApplyCalls } from './use-apply-calls.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { useFolded } from './use-folded.ts'
import { useItemQuery } from './use-item-query.ts'
import { useLookup } from './use-lookup.ts'
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
  const lookup = useLookup()
  const catalogue = useCatalogue()
  const apply = useApplyCalls()
  const [draft, setDraft] = useState('')
  const [creatingIn, setCreatingIn] = useState<string | null>(null)
  const [editor, setEditor] = useState<EditAnchor | null>(null)
  const [folded, toggleFolded] = useFolded(input.name, input.usuallyFolded)
  const typed = useItemQuery(joinFilters(settings.query, draft), settings.sort, lookup)
  const committed = useItemQuery(settings.query, settings.sort, lookup)
  const query = typed.refusal ? committed : typed
  const found = useMemo(() => query.find(items), [query, items])
  const { groups, order } = useWorkGroups(found, settings, {
    lookup,
    folded,
    usualTypeId: container?.defaultTypeId,
    arrange: input.arrange,
  })
  const selection = useWorkSelection(order)
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const targets = () => pick(targetIds(selection.selection))

  const create = (groupKey: string, titles: readonly string[]) => {
    if (!container) return
    const made = titles.map((title) => ({ id: newId(), title }))
    apply(
      made.map(({ id, title }) =>
        createInGroup(id, title, { container, field: settings.group, groupKey, lookup }),
      ),
      titles.length > 1 ? textsEdit.did.create(textsEdit.items(titles.length)) : undefined,
    )
    const last = made.at(-1)
    if (last) selection.setCursor(last.id)
  }
  const handlers: LayoutHandlers = {
    onCursor: selection.setCursor,
    onToggle: selection.toggle,
    onRange: selection.selectRange,
    onPeek: (id) => input.onPeek(byId.get(id)?.key ?? ''),
    onOpen: (id) => input.onOpen(byId.get(id)?.key ?? ''),
    onEdit: (anchor) => {
      const { selected } = selection.selection
      const isMarked = anchor.itemIds.some((id) => selected.has(id))
      setEditor(isMarked ? { ...anchor, itemIds: [...selected] } : anchor)
    },
    onFold: toggleFolded,
    onCreateIn: setCreatingIn,
    onCreate: create,
    onCalls: (calls) =>
      apply(calls, calls.length > 1 ? textsEdit.did.change(textsEdit.items(calls.length)) : undefined),
    onDrop: ({ itemId, from, to, beside }) => {
      const { selected } = selection.selection
      const moved = pick(selected.has(itemId) ? order.filter((id) => selected.has(id)) : [itemId])
      moveTo(moved, { from, to, beside })
    },
  }
  const moveTo = (
    moved: readonly WorkItem[],
    place: Pick<Parameters<typeof callsOfDrop>[1], 'from' | 'to' | 'beside'>,
  ) => {
    const view = { groups, isManual: settings.sort.field === 'manual', lookup }
    const calls = callsOfDrop(moved, { field: settings.group, ...place }, view)
    const label = groups.find((group) => group.key === place.to)?.label ?? ''
    apply(calls, place.from === place.to ? undefined : textsEdit.did.move(whatOf(moved), label))
  }
  return {
    lookup,
    catalogue,
    draft,
    setDraft,
    refusal: typed.refusal,
    found,
    groups,
    order,
    folded,
    selection,
    targets,
    handlers: useStable(handlers),
    creatingIn,
    editor,
    editedItems: editor ? pick(editor.itemIds) : [],
    closeEditor: () => setEditor(null),
    moveTo,
    finish: () => apply(finishCalls(targets(), lookup), textsEdit.did.finish(whatOf(targets()))),
    archive: () => {
      const archived = targets()
      apply(
        archived.map((item) => callOf('work.archiveItem', { id: item.id })),
        textsEdit.did.archive(whatOf(archived)),
      )
    },
  }
}

/** The same object for good, whose functions are always the latest: rows are not drawn anew for them. */
function useStable(handlers: LayoutHandlers): LayoutHandlers {
  const latest = useRef(handlers)
  latest.current = handlers
  const stable = useRef<LayoutHandlers>({
    onCursor: (id) => latest.current.onCursor(id),
    onToggle: (id) => latest.current.onToggle(id),
    onRange: (id) => latest.current.onRange(id),
    onPeek: (id) => latest.current.onPeek(id),
    onOpen: (id) => latest.current.onOpen(id),
    onEdit: (anchor) => latest.current.onEdit(anchor),
    onFold: (key) => latest.current.onFold(key),
    onCreateIn: (key) => latest.current.onCreateIn(key),
    onCreate: (key, titles) => latest.current.onCreate(key, titles),
    onCalls: (calls) => latest.current.onCalls(calls),
    onDrop: (drop) => latest.current.onDrop(drop),
  })
  return stable.current
}

export type WorkViewModel = ReturnType<typeof useWorkView>
