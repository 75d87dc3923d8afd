import type { BootstrapView, ItemColumns, ItemView } from '@millrace/contract'

/** A snapshot as it travels: its items are columns. */
export type PackedSnapshot = Omit<BootstrapView, 'items'> & { readonly items?: unknown }

/** The snapshot with its items as rows. */
export function withRows(snapshot: PackedSnapshot): BootstrapView {
  const { items, ...rest } = snapshot
  // The contract's own output, whose columns zod cannot name one by one.
  return items === undefined ? rest : { ...rest, items: rowsOf(items as ItemColumns) }
}

function rowsOf(columns: ItemColumns): readonly ItemView[] {
  const fields = Object.entries(columns)
  return (columns.id ?? []).map((_, index) => {
    const row: Record<string, unknown> = {}
    for (const [field, values] of fields) row[field] = values[index]
    return row as ItemView // Every field of an item has its column.
  })
}
