import { GONE, leftOf, stripWithin } from './strip.ts'

/**
 * An answer without what is about some items, wherever in it that stands: a record is about an item when its
 * `id` is the item's, or one of its other ids is. Where an item is merely named as what something lies under
 * or stands for, nothing is named. What an answer is about does not matter.
 *
 * @param answer plain data, as it becomes JSON; it is not changed, and what holds none of the items is given
 *   back as it is
 * @returns null when all of it is about one of the items
 */
export function withoutItems<Answer>(answer: Answer, ids: ReadonlySet<string>): Answer {
  if (ids.size === 0) return answer
  return leftOf(answer, (value) => strip(value, ids))
}

/** Whether one of the items is named anywhere in it. */
export function namesItem(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => ids.has(key) || namesItem(inner, ids))
}

/** What something lies under or stands for: it is there without that, too. */
const MENTIONS: ReadonlySet<string> = new Set(['parentId', 'subItemId'])
/** Parts without which nothing is left to say. */
const CORE: ReadonlySet<string> = new Set(['subject', 'data', 'item', 'relation'])

function strip(value: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return ids.has(value) ? GONE : value
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
    const inner = ids.has(key) ? GONE : strip(value, ids)
    if (inner === value) continue
    if (inner === GONE && (isAbout(key, value) || CORE.has(key))) return GONE
    kept ??= { ...values }
    if (ids.has(key)) delete kept[key]
    else kept[key] = inner === GONE ? null : inner
  }
  return kept ?? values
}

function isAbout(key: string, value: unknown): boolean {
  return typeof value === 'string' && /^id$|Id$/.test(key) && !MENTIONS.has(key)
}
