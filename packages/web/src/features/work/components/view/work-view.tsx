import type { WorkItem } from '@millrace/core/work'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { EmptyState } from '../../../../ui/index.ts'
import { useWorkKeys } from '../../hooks/use-work-keys.ts'
import { useWorkView, type WorkViewInput } from '../../hooks/use-work-view.ts'
import { USUAL_COLUMNS } from '../../model/columns/built-in-columns.ts'
import { allColumns } from '../../model/columns/custom-columns.ts'
import type { Layout, ViewSettings } from '../../model/view-settings.ts'
import { textsView } from '../../texts-view.ts'
import { ItemBoard } from '../board/item-board.tsx'
import { Anchored } from '../editors/anchored.tsx'
import { GroupPicker } from '../editors/group-picker.tsx'
import { PropertyEditor } from '../editors/property-editor.tsx'
import { ItemList } from '../list/item-list.tsx'
import { ItemTable } from '../table/item-table.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBox } from './filter-box.tsx'
import type { LayoutProps } from './layout-props.ts'
import { anchorOf, neighbourInColumn } from './places.ts'
import styles from './view.module.css'
import { ViewToolbar } from './view-toolbar.tsx'

type Props = WorkViewInput & {
  readonly label: string
  readonly peekedKey: string | null
  /** The container whose page this is; null where items of several stand together. */
  readonly homeId: string | null
  readonly onSettings: (change: Partial<ViewSettings>, how: 'push' | 'replace') => void
  readonly noteOf?: LayoutProps['noteOf']
  readonly headerNote?: LayoutProps['headerNote']
  /** What a click on an item's note opens. */
  readonly whyOf?: (item: WorkItem) => ReactNode
  /** Buttons at the end of the tool bar. */
  readonly tools?: ReactNode
  /** What stands in place of the items while there are none at all. */
  readonly empty?: ReactNode
}

/** Items by one query, as list, board or table, with everything that can be done to them. */
export function WorkView(props: Props) {
  const { settings, onSettings, peekedKey } = props
  const view = useWorkView(props)
  const { selection, handlers, lookup } = view
  const gridId = useId()
  const filter = useRef<HTMLInputElement>(null)
  const { cursor, selected } = selection.selection
  const columns = allColumns(lookup.fields.values())
  const canCreate = props.container !== null
  const editAt = (field: string, rect: DOMRect) =>
    handlers.onEdit({ itemIds: view.targets().map((item) => item.id), field, rect })
  useFollowingPeek(props, cursor)
  useWorkKeys({
    selection,
    targets: () => view.targets().map((item) => item.id),
    edit: (field) => editAt(field, anchorOf(gridId, cursor, field)),
    peek: () => cursor !== null && handlers.onPeek(cursor),
    open: () => cursor !== null && handlers.onOpen(cursor),
    finish: view.finish,
    sideways: (by) => {
      const next = neighbourInColumn(view.groups, cursor, by)
      if (next !== null) selection.setCursor(next)
    },
    leave: selection.clear,
    create: () => {
      const group =
        view.groups.find((each) => each.items.some((item) => item.id === cursor)) ?? view.groups[0]
      if (canCreate) handlers.onCreateIn(group?.key ?? '')
    },
    focusFilter: () => filter.current?.focus(),
    setLayout: (layout: Layout) => onSettings({ layout }, 'push'),
    layout: settings.layout,
  })
  const layout = {
    gridId,
    label: props.label,
    groups: view.groups,
    field: settings.group,
    lookup,
    folded: view.folded,
    selection: selection.selection,
    peekedKey,
    homeId: props.homeId,
    canCreate,
    hasHeaders: props.arrange !== undefined || settings.group !== 'none',
    noteOf: props.noteOf,
    headerNote: props.headerNote,
    creatingIn: view.creatingIn,
    handlers,
  }
  const shownColumns = (settings.columns ?? USUAL_COLUMNS).flatMap(
    (id) => columns.find((each) => each.id === id) ?? [],
  )
  const isBare = props.items.length === 0 && view.creatingIn === null && settings.layout !== 'board'
  return (
    <div className={styles.view}>
      <ViewToolbar
        settings={settings}
        allColumns={columns}
        isArranged={props.arrange !== undefined}
        onSettings={(change) => onSettings(change, 'push')}
        end={props.tools}
        filter={
          <FilterBox
            text={settings.query}
            draft={view.draft}
            refusal={view.refusal}
            catalogue={view.catalogue}
            input={filter}
            onText={(query) => onSettings({ query }, 'replace')}
            onDraft={view.setDraft}
          />
        }
      />
      {isBare && props.empty !== undefined ? (
        props.empty
      ) : view.found.length === 0 &&
        props.items.length > 0 &&
        settings.layout !== 'board' &&
        view.creatingIn === null ? (
        <EmptyState
          title={textsView.nothingFound}
          sentence={textsView.nothingFoundHint(props.items.length)}
          action={{
            label: textsView.clearFilter,
            onClick: () => {
              view.setDraft('')
              onSettings({ query: '' }, 'replace')
            },
          }}
        />
      ) : settings.layout === 'board' ? (
        <ItemBoard {...layout} />
      ) : settings.layout === 'table' ? (
        <ItemTable
          {...layout}
          columns={shownColumns}
          sort={settings.sort}
          onSort={(sort) => onSettings({ sort }, 'push')}
          onSelectAll={selection.selectAll}
        />
      ) : (
        <ItemList {...layout} />
      )}
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          onEdit={editAt}
          onFinish={view.finish}
          onArchive={view.archive}
          onClear={selection.clear}
        />
      )}
      {view.editor && view.editor.field === 'group' && (
        <GroupPicker
          items={view.editedItems}
          groups={view.groups}
          field={settings.group}
          lookup={lookup}
          rect={view.editor.rect}
          onMove={view.moveTo}
          onDone={view.closeEditor}
        />
      )}
      {view.editor && view.editor.field === 'why' && view.editedItems[0] && (
        <Anchored rect={view.editor.rect} label={textsView.why} onClose={view.closeEditor}>
          {props.whyOf?.(view.editedItems[0])}
        </Anchored>
      )}
      {view.editor && view.editor.field !== 'group' && view.editor.field !== 'why' && (
        <PropertyEditor
          items={view.editedItems}
          lookup={lookup}
          field={view.editor.field}
          rect={view.editor.rect}
          onDone={view.closeEditor}
        />
      )}
    </div>
  )
}

/** While an item is peeked at, the pane follows the cursor. */
function useFollowingPeek(props: Props, cursor: string | null): void {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const { peekedKey, items, onPeek } = latest.current
    if (peekedKey === null || cursor === null) return
    const key = items.find((item) => item.id === cursor)?.key
    if (key !== undefined && key !== peekedKey) onPeek(key)
  }, [cursor])
}
