import type { PlanRowView } from '@millrace/contract'
import type { Refusal, RefusalParam } from '@millrace/core/kernel'

/** A refusal of core with the keys and titles of items where it gave their ids. */
export function nameItems(
  { code, params = {} }: Refusal,
  rows: readonly Pick<PlanRowView, 'itemId' | 'key' | 'title'>[],
): Refusal {
  const names = new Map(rows.map(({ itemId, key, title }) => [itemId, `${key} ${title}`]))
  const nameOf = (text: string) => names.get(text) ?? text
  const named = Object.entries(params).map(([name, value]): [string, RefusalParam] => [
    name,
    withNames(value, nameOf),
  ])
  return { code, params: Object.fromEntries(named) }
}

function withNames(value: RefusalParam, nameOf: (text: string) => string): RefusalParam {
  if (typeof value === 'string') return nameOf(value)
  return isList(value) ? value.map(nameOf) : value
}

function isList(value: RefusalParam): value is readonly string[] {
  return Array.isArray(value)
}
