/**
 * An answer without some custom fields, wherever in it they stand: values and changes stand under the
 * field's id, and a field itself is a record with that id. What an answer is about does not matter.
 *
 * @param answer plain data, as it becomes JSON; it is not changed
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
  if (Array.isArray(value)) {
    // Long lists of plain values are most of an answer.
    if (!value.some((each) => typeof each === 'object' && each !== null)) return value
    return value.map((each) => strip(each, ids)).filter((each) => each !== GONE)
  }
  if ('id' in value && typeof value.id === 'string' && ids.has(value.id)) return GONE
  const kept: Record<string, unknown> = {}
  for (const [key, each] of Object.entries(value)) {
    if (ids.has(key)) continue
    const inner = strip(each, ids)
    if (inner !== GONE) kept[key] = inner
  }
  return kept
}
