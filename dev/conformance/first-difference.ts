/**
 * Where two values first differ, as `tasks.3.name: "a" is "b"`; `undefined` when they do not.
 *
 * @param ignored keys that are not compared, at any depth
 */
export function firstDifference(
  before: unknown,
  after: unknown,
  ignored: ReadonlySet<string>,
): string | undefined {
  if (Object.is(before, after)) return undefined
  if (!isHolder(before) || !isHolder(after)) return `: ${JSON.stringify(before)} is ${JSON.stringify(after)}`
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const key of keys) {
    if (ignored.has(key)) continue
    const inside = firstDifference(before[key], after[key], ignored)
    if (inside !== undefined) return inside.startsWith(':') ? `${key}${inside}` : `${key}.${inside}`
  }
  return undefined
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
