import type { XmlLimits } from '../xml/index.ts'

/** Models of people are far below these; larger ones are refused before they cost anything. */
export const DMN_XML_LIMITS: Partial<XmlLimits> = { maxBytes: 16_777_216, maxDepth: 160 }

/** Elements of one file, so that its tree stays small in memory. */
export const MAX_ELEMENTS = 400_000

/** Every reason to refuse a DMN file, beside those of XML. */
export const DMN_REFUSAL_CODES = [
  /** XML, but no DMN of a known version: `root`. */
  'dmn.not_dmn',
  /** More elements than allowed: `limit`. */
  'dmn.too_many_elements',
] as const

/** What was wrong in a file that was read all the same. */
export const DMN_FILE_PROBLEM_CODES = [
  /** An element without a name or an id, which is left out: `element`. */
  'dmn.attribute_missing',
  /** A hit policy or an aggregation that DMN does not know: `value`. */
  'dmn.hit_policy_unknown',
] as const

/** One of `DMN_FILE_PROBLEM_CODES`. */
export type DmnFileProblemCode = (typeof DMN_FILE_PROBLEM_CODES)[number]

/** One thing that was wrong in a file. */
export type DmnFileProblem = {
  readonly code: DmnFileProblemCode
  readonly line: number
  readonly params: Readonly<Record<string, string | number>>
}
