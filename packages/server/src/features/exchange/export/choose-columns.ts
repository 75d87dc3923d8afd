import { refuse } from '../../../platform/commands/index.ts'
import { builtInColumns, type ColumnTools } from './built-in-columns.ts'
import { customColumns } from './custom-columns.ts'
import type { ExportColumn } from './export-column.ts'

/** What tells of which item a row is: before what somebody chose, and behind it. */
const FIRST = ['key'] as const
const LAST = ['container', 'link'] as const

/**
 * The columns somebody chose, in their order, with those that say of which item a row is; all there
 * are when nobody chose any.
 *
 * @param chosen ids with commas in between
 * @throws Refused with `exchange.export_column_unknown`
 */
export function chooseColumns(chosen: string | undefined, tools: ColumnTools): readonly ExportColumn[] {
  const all = [...builtInColumns(tools), ...customColumns(tools.names)]
  const ids = (chosen ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  if (ids.length === 0) return all
  const byId = new Map(all.map((column) => [column.id, column]))
  const without = (some: readonly string[]) => some.filter((id) => !ids.includes(id))
  return [...new Set([...without(FIRST), ...ids, ...without(LAST)])].map((id) => {
    const known = all.map((column) => column.id)
    return byId.get(id) ?? refuse('exchange.export_column_unknown', { column: id, known })
  })
}
