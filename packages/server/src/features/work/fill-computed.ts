import {
  type FieldReader,
  type FieldValue,
  type QueryCatalogue,
  type QueryViewer,
  type WorkItem,
  withoutFields,
  worldOf,
} from '@millrace/core/work'

/** An item with the values of its formulas among its fields, and without the fields that must not be seen. */
export type FillComputed = (item: WorkItem) => WorkItem

/**
 * Works out the formulas of an organisation for many items, as somebody sees them. Without formulas and
 * hidden fields items stay as they are.
 *
 * @param context the fields that the person may see, and whatever of an item they must not
 */
export function fillComputed(context: {
  readonly catalogue: QueryCatalogue
  readonly viewer: QueryViewer
  readonly hiddenFields: ReadonlySet<string>
}): FillComputed {
  const fill = formulaFiller(context)
  const { hiddenFields } = context
  if (hiddenFields.size === 0) return fill
  return (item) => {
    const filled = fill(item)
    return { ...filled, fields: withoutFields(filled.fields, hiddenFields) }
  }
}

function formulaFiller(context: {
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
