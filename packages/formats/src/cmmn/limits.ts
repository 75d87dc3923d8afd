import type { XmlTreeSettings } from '../xml/index.ts'

/** Plans of people are far below these limits; larger ones are refused before they cost anything. */
export const CMMN_TREE: XmlTreeSettings = {
  limits: { maxBytes: 16_777_216 },
  maxElements: 200_000,
  // Where things are drawn changes nothing of what is done.
  leftOut: new Set(['CMMNDI']),
}

/** Cases of one file. */
export const CASES_MAX = 200
/** Items of one plan, those of a stage counted wherever it stands. */
export const ITEMS_MAX = 20_000

/** Every reason to refuse a CMMN file, beside those of XML. */
export const CMMN_REFUSAL_CODES = [
  /** XML, but no CMMN: `name` of its root. */
  'cmmn.no_definitions',
  /** CMMN of a version that is not read: `version`. */
  'cmmn.version',
  /** There is no case in it. */
  'cmmn.no_case',
  /** More cases than a file may have: `limit`. */
  'cmmn.too_many_cases',
  /** More items than a plan may have: `limit`. */
  'cmmn.too_many_items',
] as const

/** An element of a file that is not executed, and stands against executing the plan. */
export type CmmnRefused = {
  /** The element, or the attribute behind an @: `planFragment`, `task@type`. */
  readonly name: string
  /** The id of the element or of the nearest around it that has one. */
  readonly at: string
  readonly line: number
}
