/**
 * An answer without some custom fields, wherever in it they stand: values and changes stand under the
 * field's id, and a field itself is a record with that id. What an answer is about does not matter.
 *
 * @param answer plain data, as it becomes JSON; it is not changed, and what holds none of the fields is
 *   given back as it is
 */
export function withoutFields<Answer>(answer: Answer, ids: ReadonlySet<string>): Answer {
  if (ids.size === 0) return answer
  const stripped = strip(answer, ids)
  return (stripped === GONE ? null : stripped) as Answer // The same, with some parts left out.
}

/** Stands for a field that is left out. */
const GONE = Symbol('gone')

function strip(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? stripList(value, ids) : stripRecord(value, ids)
}

function stripList(list: readonly unknown[], ids: ReadonlySet<string>): readonly unknown[] {
  let kept: unknown[] | null = null
  for (let index = 0; index < list.length; index++) {
    const value = list[index]
    const inner = strip(value, ids)
    // Most lists hold nothing of the fields, and long ones are most of an answer.
    if (inner !== value) kept ??= list.slice(0, index)
    if (kept && inner !== GONE) kept.push(inner)
  }
  return kept ?? list
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
