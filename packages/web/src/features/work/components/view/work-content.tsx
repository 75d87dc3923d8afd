import { lazy, Suspense, useMemo } from 'react'
import { EmptyState, Skeleton } from '../../../../ui/index.ts'
import type { WorkViewModel } from '../../hooks/use-work-view.ts'
import { USUAL_COLUMNS } from '../../model/columns/built-in-columns.ts'
import type { Column } from '../../model/columns/column.ts'
import { allColumns, isBeside } from '../../model/columns/custom-columns.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { ViewSettings } from '../../model/view-settings.ts'
import { textsView } from '../../texts-view.ts'
import { ItemList } from '../list/item-list.tsx'
import { ShownFields } from '../marks/own-fields.tsx'
import type { LayoutProps } from './layout-props.ts'
import type { WorkViewProps } from './work-view-props.ts'

/** What only some layouts need weighs as much as the list, and is fetched with them. */
const ItemCalendar = lazy(async () => ({
  default: (await import('../calendar/item-calendar.tsx')).ItemCalendar,
}))
const ItemTimeline = lazy(async () => ({
  default: (await import('../timeline/item-timeline.tsx')).ItemTimeline,
}))
const ItemBoard = lazy(async () => ({ default: (await import('../board/item-board.tsx')).ItemBoard }))
const ItemTable = lazy(async () => ({ default: (await import('../table/item-table.tsx')).ItemTable }))

type Props = WorkViewProps & { readonly gridId: string; readonly view: WorkViewModel }

/**
 * The items in their layout, or why there are none. A board shows its columns even when they are
 * empty, unless the page arranges them by what there is.
 */
export function WorkContent(props: Props) {
  const { settings, items, view } = props
  const shownFields = useShownFields(settings, view.lookup.fields)
  const isSparse = (settings.layout !== 'board' || props.arrange !== undefined) && view.creatingIn === null
  if (isSparse && items.length === 0 && props.empty !== undefined) return props.empty
  if (isSparse && items.length > 0 && view.found.length === 0)
    return view.plans === 'coming' ? <Skeleton rows={8} /> : <NothingFound {...props} />
  return (
    <ShownFields value={shownFields}>
      <Layout {...props} />
    </ShownFields>
  )
}

function Layout(props: Props) {
  const { settings, view } = props
  const layout = layoutOf(props)
  switch (settings.layout) {
    case 'board':
      return (
        <Suspense fallback={<Skeleton rows={8} />}>
          <ItemBoard {...layout} />
        </Suspense>
      )
    case 'calendar':
      return (
        <Suspense fallback={<Skeleton rows={8} />}>
          <ItemCalendar
            {...layout}
            items={view.found}
            span={settings.span}
            on={settings.on}
            onSettings={props.onSettings}
          />
        </Suspense>
      )
    case 'timeline':
      return (
        <Suspense fallback={<Skeleton rows={8} />}>
          <ItemTimeline {...layout} items={view.found} zoom={settings.zoom} onSettings={props.onSettings} />
        </Suspense>
      )
    case 'table':
      return (
        <Suspense fallback={<Skeleton rows={8} />}>
          <Table {...props} layout={layout} />
        </Suspense>
      )
    default:
      return <ItemList {...layout} />
  }
}

/** Own fields and what plans say, among the columns that were chosen; the table shows all columns itself. */
function useShownFields({ columns }: ViewSettings, fields: Lookup['fields']): readonly Column[] {
  return useMemo(() => {
    if (columns === null) return []
    const known = allColumns(fields.values())
    return columns.flatMap((id) => (isBeside(id) ? (known.find((each) => each.id === id) ?? []) : []))
  }, [columns, fields])
}

function Table({ settings, view, layout, onSettings }: Props & { readonly layout: LayoutProps }) {
  const known = allColumns(view.lookup.fields.values())
  const columns = (settings.columns ?? USUAL_COLUMNS).flatMap(
    (id) => known.find((each) => each.id === id) ?? [],
  )
  return (
    <ItemTable
      {...layout}
      columns={columns}
      sort={settings.sort}
      onSort={(sort) => onSettings({ sort }, 'push')}
      onSelectAll={view.selection.selectAll}
    />
  )
}

function NothingFound({ items, view, onSettings }: Props) {
  return (
    <EmptyState
      title={textsView.nothingFound}
      sentence={textsView.nothingFoundHint(items.length)}
      action={{
        label: textsView.clearFilter,
        onClick: () => {
          view.setDraft('')
          onSettings({ query: '' }, 'replace')
        },
      }}
    />
  )
}

function layoutOf({ gridId, view, settings, ...page }: Props): LayoutProps {
  return {
    gridId,
    label: page.label,
    groups: view.groups,
    field: settings.group,
    lanes: view.lanes && { field: settings.lanes, all: view.lanes },
    lookup: view.lookup,
    folded: view.folded,
    selection: view.selection.selection,
    peekedKey: page.peekedKey,
    homeId: page.homeId,
    canCreate: page.container !== null,
    creatingIn: view.creatingIn,
    hasHeaders: page.arrange !== undefined || settings.group !== 'none',
    noteOf: page.noteOf,
    headerNote: page.headerNote,
    handlers: view.handlers,
  }
}
