import {
  type FieldReader,
  type FieldValue,
  type QueryCatalogue,
  type QueryViewer,
  type WorkItem,
  worldOf,
} from '@millrace/core/work'

/** An item with the values of its formulas among its fields. */
export type FillComputed = (item: WorkItem) => WorkItem

/** Works out the formulas of an organisation for many items. Without formulas items stay as they are. */
export function fillComputed(context: {
  readonly catalogue: QueryCatalogue
  readonly viewer: QueryViewer
}): FillComputed {
  const { customFields, formulas } = context.catalogue
  const readers: (readonly [string, FieldReader])[] = []
  for (const { id, kind } of customFields.values()) {
    if (kind !== 'formula') continue
    const checked = formulas.check(id)
    if (!checked.ok || checked.value.kind !== 'formula') continue
    readers.push([id, formulas.reader(checked.value.node, worldOf(context), 'shown')])
  }
  if (readers.length === 0) return (item) => item
  return (item) => {
    const fields: Record<string, FieldValue> = { ...item.fields }
    for (const [id, read] of readers) {
      const value = read(item)
      if (value !== null) fields[id] = value
    }
    return { ...item, fields }
  }
}
