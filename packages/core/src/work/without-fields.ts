import { GONE, leftOf, stripWithin } from './strip.ts'

/**
 * An answer without some custom fields, wherever in it they stand: values and changes stand under the
 * field's id, and a field itself is a record with that id. What an answer is about does not matter.
 *
 * @param answer plain data, as it becomes JSON; it is not changed, and what holds none of the fields is
 *   given back as it is
 */
export function withoutFields<Answer>(answer: Answer, ids: ReadonlySet<string>): Answer {
  if (ids.size === 0) return answer
  return leftOf(answer, (value) => strip(value, ids))
}

function strip(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  return stripWithin(
    value,
    (inner) => strip(inner, ids),
    (record) => stripRecord(record, ids),
  )
}

function stripRecord(record: object, ids: ReadonlySet<string>): unknown {
  const values = record as Readonly<Record<string, unknown>> // Any object is, read by its own keys.
  let kept: Record<string, unknown> | null = null
  for (const key of Object.keys(values)) {
    const value = values[key]
    if (key === 'id' && typeof value === 'string' && ids.has(value)) return GONE
    const inner = ids.has(key) ? GONE : strip(value, ids)
    if (inner === value) continue
    kept ??= { ...values }
    if (inner === GONE) delete kept[key]
    else kept[key] = inner
  }
  return kept ?? values
}
