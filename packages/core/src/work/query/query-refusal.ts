import { err, type RefusalParam } from '../../kernel/index.ts'

/** Every way a query can be refused. */
export const QUERY_REFUSALS = [
  'query.too_long',
  'query.too_deep',
  'query.too_many_terms',
  'query.too_many_sorts',
  'query.character_not_allowed',
  'query.quote_open',
  'query.unexpected',
  'query.unfinished',
  'query.field_unknown',
  'query.not_sortable',
  'query.operator_not_allowed',
  'query.value_wrong',
  'query.value_unknown',
  'query.value_ambiguous',
  'query.nobody_is_me',
] as const
/** A way a query can be refused. */
export type QueryRefusalCode = (typeof QUERY_REFUSALS)[number]

/**
 * Where and why. `position` is an offset into the query text in UTF-16 units; `found` is what stands
 * there; `expected` what could stand there instead; `suggestion` what was probably meant.
 */
export type QueryRefusalParams = {
  readonly position: number
  readonly found?: string
  readonly field?: string
  readonly expected?: readonly string[]
  readonly suggestion?: string | null
  readonly max?: number
}

/** A refused result that says where in the query. */
export function refuseQuery(code: QueryRefusalCode, params: QueryRefusalParams) {
  const given: Readonly<Record<string, RefusalParam>> = { ...params }
  return err({ code, params: given })
}
