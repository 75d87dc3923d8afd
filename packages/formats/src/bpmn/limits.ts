import type { XmlTreeSettings } from '../xml/index.ts'

/** Models of people are far below these limits; larger ones are refused before they cost anything. */
export const BPMN_TREE: XmlTreeSettings = {
  limits: { maxBytes: 16_777_216 },
  maxElements: 200_000,
  // Where things are drawn, and what people and programs note beside them, changes nothing of what is done.
  leftOut: new Set(['BPMNDiagram', 'documentation']),
}

/** Processes of one file: each of them is made ready with all that the file says beside them. */
export const PROCESSES_MAX = 500

/** Every reason to refuse a BPMN file, beside those of XML. */
export const BPMN_REFUSAL_CODES = [
  /** XML, but no BPMN: `name` of its root. */
  'bpmn.no_definitions',
  /** More processes than a file may have: `limit`. */
  'bpmn.too_many_processes',
] as const
