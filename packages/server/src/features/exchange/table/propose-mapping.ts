import type { ImportColumn } from '@millrace/contract'
import type { ColumnMeaning, ColumnProfile } from '@millrace/formats/csv'
import { presetFields } from './presets.ts'

/** Where columns of a meaning go; the others have no place here. */
const FIELD_OF: Readonly<Partial<Record<ColumnMeaning, ImportColumn['field']>>> = {
  key: 'key',
  title: 'title',
  description: 'description',
  parent: 'parent',
  type: 'type',
  state: 'state',
  priority: 'priority',
  assignee: 'responsible',
  label: 'labels',
  start: 'startsOn',
  due: 'dueOn',
  effort: 'effort',
  predecessor: 'predecessors',
}

/** A mapping to begin with: one column for each field at most, and always one for the title. */
export function proposeMapping(columns: readonly ColumnProfile[]): readonly ImportColumn[] {
  const known = presetFields(columns.map(({ name }) => name))
  const proposed = columns.map((column, place): ImportColumn => {
    const field = known?.[place] ?? (column.meaning && FIELD_OF[column.meaning]) ?? 'ignore'
    return { column: column.index, field, ...dateOrderOf(column) }
  })
  if (proposed.some(({ field }) => field === 'title')) return proposed
  const best = titleIndex(columns, proposed)
  return proposed.map((one) => (one.column === best ? { column: one.column, field: 'title' } : one))
}

/** The order of day and month, as far as the column decides it or nearly so. */
export function dateOrderOf({ kind }: ColumnProfile): Pick<ImportColumn, 'dateOrder'> {
  if (kind.kind !== 'date') return {}
  const { order } = kind
  return order.kind === 'decided' || order.kind === 'assumed' ? { dateOrder: order.order } : {}
}

/** Among columns without a place, the one with the most different texts. */
function titleIndex(columns: readonly ColumnProfile[], proposed: readonly ImportColumn[]): number {
  const free = columns.filter(({ index }) => proposed[index]?.field === 'ignore')
  const texts = free.filter(({ kind }) => kind.kind === 'text' || kind.kind === 'choice')
  const best = (texts.length > 0 ? texts : free).toSorted((a, b) => b.distinct - a.distinct)[0]
  return best?.index ?? 0
}
