import { isPlainDate, type PlainDate } from '@millrace/core/kernel'
import { ZOOMS, type Zoom } from '../../../ui/time-axis/scale.ts'
import { SPANS, type Span } from './calendar-period.ts'
import { type GroupField, readGroupField } from './group-field.ts'

/** Under this name the address says which kept view is open. */
export const OPEN_VIEW = 'kept'

/** The layouts that one query can take. */
export const LAYOUTS = ['list', 'board', 'table', 'calendar', 'timeline'] as const
export type Layout = (typeof LAYOUTS)[number]

/** What items can be ordered by; `manual` is the order people dragged them into. */
export const SORT_FIELDS = [
  'manual',
  'priority',
  'due',
  'start',
  'title',
  'state',
  'responsible',
  'effort',
  'costOfDelay',
  'created',
  'updated',
  'stateSince',
  'key',
  'type',
] as const

/** A field to sort by and its direction. Custom fields are named by their key. */
export type Sort = { readonly field: string; readonly descending: boolean }

/** How a set of items is shown: everything in it stands in the address. */
export type ViewSettings = {
  readonly layout: Layout
  readonly query: string
  readonly group: GroupField
  /** What gathers the cards of a board into rows across its columns; `none`: one row. */
  readonly lanes: GroupField
  readonly sort: Sort
  readonly columns: readonly string[] | null
  /** How much time a calendar shows, and a day of it; null: around today. */
  readonly span: Span
  readonly on: PlainDate | null
  /** How much time the axis of a time line shows. */
  readonly zoom: Zoom
}

/** The search parameters of an address, as far as a view reads them. */
export type ViewSearch = {
  readonly view?: string | undefined
  readonly q?: string | undefined
  readonly group?: string | undefined
  readonly lanes?: string | undefined
  readonly sort?: string | undefined
  readonly cols?: string | undefined
  readonly span?: string | undefined
  readonly on?: string | undefined
  readonly zoom?: string | undefined
}

const MANUAL: Sort = { field: 'manual', descending: false }
/** What a view is where neither the address nor the page says otherwise. */
const PLAIN: ViewSettings = {
  layout: 'list',
  query: '',
  group: 'state',
  lanes: 'none',
  sort: MANUAL,
  columns: null,
  span: 'month',
  on: null,
  zoom: 'weeks',
}

/** Reads a view out of an address. What is missing or misspelt falls back to the page's usual view. */
export function readViewSettings(search: ViewSearch, usual: Partial<ViewSettings> = {}): ViewSettings {
  const fallback: ViewSettings = { ...PLAIN, ...usual }
  const layout = oneOf(LAYOUTS, search.view, fallback.layout)
  const group = readGroupField(search.group) ?? fallback.group
  return {
    layout,
    group: layout === 'board' && group === 'none' ? 'state' : group,
    lanes: readGroupField(search.lanes) ?? fallback.lanes,
    query: search.q ?? fallback.query,
    sort: search.sort ? readSort(search.sort) : fallback.sort,
    columns: search.cols ? search.cols.split(',').filter(Boolean) : fallback.columns,
    span: oneOf(SPANS, search.span, fallback.span),
    on: search.on !== undefined && isPlainDate(search.on) ? search.on : fallback.on,
    zoom: oneOf(ZOOMS, search.zoom, fallback.zoom),
  }
}

/** The search parameters that a kept view holds. */
export function searchOfView(kept: Readonly<Record<string, unknown>>): ViewSearch {
  const text = (name: keyof ViewSearch) => {
    const value = kept[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    view: text('view'),
    q: text('q'),
    group: text('group'),
    lanes: text('lanes'),
    sort: text('sort'),
    cols: text('cols'),
    span: text('span'),
    zoom: text('zoom'),
  }
}

/** All of a view, as it is kept: what the page usually shows may be another thing later. */
export function keepViewSettings(settings: ViewSettings): ViewSearch {
  const { layout, query, group, lanes, sort, columns, span, zoom } = settings
  return {
    view: layout,
    q: query,
    group,
    sort: writeSort(sort),
    cols: columns?.join(','),
    // Views kept before there were lanes and calendars say nothing of these, and mean the same.
    lanes: unlessUsual(lanes, PLAIN.lanes),
    span: unlessUsual(span, PLAIN.span),
    zoom: unlessUsual(zoom, PLAIN.zoom),
  }
}

/** The search parameters that lead to these settings; those equal to the page's usual view are left out. */
export function writeViewSettings(
  settings: ViewSettings,
  usual: Partial<ViewSettings> = {},
): { readonly [Key in keyof ViewSearch]-?: string | undefined } {
  const sort = writeSort(settings.sort)
  const columns = settings.columns?.join(',')
  return {
    view: unlessUsual(settings.layout, usual.layout ?? 'list'),
    q: unlessUsual(settings.query, usual.query ?? ''),
    group: unlessUsual(settings.group, usual.group ?? 'state'),
    lanes: unlessUsual(settings.lanes, usual.lanes ?? PLAIN.lanes),
    sort: unlessUsual(sort, writeSort(usual.sort ?? MANUAL)),
    cols: unlessUsual(columns, usual.columns?.join(',')),
    span: unlessUsual(settings.span, usual.span ?? PLAIN.span),
    on: settings.on ?? undefined,
    zoom: unlessUsual(settings.zoom, usual.zoom ?? PLAIN.zoom),
  }
}

/** `-due` is by due day, latest first. */
export function readSort(text: string): Sort {
  const descending = text.startsWith('-')
  return { field: descending ? text.slice(1) : text, descending }
}

export function writeSort(sort: Sort): string {
  return `${sort.descending ? '-' : ''}${sort.field}`
}

function oneOf<Text extends string>(all: readonly Text[], text: string | undefined, fallback: Text): Text {
  return all.find((known) => known === text) ?? fallback
}

function unlessUsual<Text extends string>(value: Text | undefined, usual: string | undefined) {
  return value === usual ? undefined : value
}
