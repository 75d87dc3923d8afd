import { useEffect, useId, useRef } from 'react'
import { useLatest } from '../../hooks/use-latest.ts'
import { useWorkKeys } from '../../hooks/use-work-keys.ts'
import { useWorkView, type WorkViewModel } from '../../hooks/use-work-view.ts'
import { allColumns } from '../../model/columns/custom-columns.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import type { Layout } from '../../model/view-settings.ts'
import { textsPlanned } from '../../texts-planned.ts'
import { textsView } from '../../texts-view.ts'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBox } from './filter-box.tsx'
import { LazyWorkEditor } from './lazy-work-editor.tsx'
import { anchorOf, neighbourInColumn } from './places.ts'
import styles from './view.module.css'
import { ViewToolbar } from './view-toolbar.tsx'
import { WorkContent } from './work-content.tsx'
import { WorkExport } from './work-export.tsx'
import type { WorkViewProps } from './work-view-props.ts'

/** Items by one query, as list, board, table, calendar or time line, with everything that can be done to them. */
export function WorkView(props: WorkViewProps) {
  const { settings, onSettings } = props
  const view = useWorkView(props)
  const { selection, handlers, lookup } = view
  const gridId = useId()
  const filter = useRef<HTMLInputElement>(null)
  const { cursor, selected } = selection.selection
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
      const next = neighbourInColumn(cellsAround(view, cursor), cursor, by)
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
  return (
    <div className={styles.view}>
      <ViewToolbar
        settings={settings}
        allColumns={allColumns(lookup.fields.values())}
        fields={lookup.fields}
        isArranged={props.arrange !== undefined}
        onSettings={(change) => onSettings(change, 'push')}
        end={
          <>
            {props.tools}
            <WorkExport {...props} view={view} />
          </>
        }
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
      {view.unseen.length > 0 && (
        <p role="status" className={styles.unseen}>
          {textsView.unseen(view.unseen.map((part) => textsView.part[part]))}
        </p>
      )}
      {view.plans === 'missing' && (
        <p role="status" className={styles.unseen}>
          {textsPlanned.missing}
        </p>
      )}
      <WorkContent {...props} gridId={gridId} view={view} />
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          onEdit={editAt}
          onFinish={view.finish}
          onArchive={view.archive}
          onClear={selection.clear}
        />
      )}
      <LazyWorkEditor view={view} field={settings.group} renderWhy={props.renderWhy} />
    </div>
  )
}

/** The groups that the cursor walks sideways over: of a board with rows, the cells of its own row. */
function cellsAround({ groups, lanes }: WorkViewModel, cursor: string | null): readonly WorkGroup[] {
  if (!lanes) return groups
  const own = lanes.find((lane) => lane.items.some((item) => item.id === cursor))
  return own?.cells ?? lanes[0]?.cells ?? groups
}

/** While an item is peeked at, the pane follows the cursor. */
function useFollowingPeek(props: WorkViewProps, cursor: string | null): void {
  const latest = useLatest(props)
  useEffect(() => {
    const { peekedKey, items, onPeek } = latest.current
    if (peekedKey === null || cursor === null) return
    const key = items.find((item) => item.id === cursor)?.key
    if (key !== undefined && key !== peekedKey) onPeek(key)
  }, [cursor, latest])
}
