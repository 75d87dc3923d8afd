import type { XmlTreeSettings } from '../xml/index.ts'

/** Models of people are far below these limits; larger ones are refused before they cost anything. */
export const DMN_TREE: XmlTreeSettings = {
  limits: { maxBytes: 16_777_216, maxDepth: 160 },
  maxElements: 400_000,
  // Diagrams, and what programs keep for themselves, say nothing about decisions.
  leftOut: new Set(['DMNDI', 'extensionElements', 'description']),
}

/** Every reason to refuse a DMN file, beside those of XML. */
export const DMN_REFUSAL_CODES = [
  /** XML, but no DMN of a known version: `root`. */
  'dmn.not_dmn',
  /** A decision that is to be changed as a table, and is none: `decision`. */
  'dmn.no_table',
  /** A text of a decision that is not there any more: `decision`. */
  'dmn.no_text',
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
