import { BPMN_NODE_TYPES } from '@millrace/core/process'
import type { Source } from '../source.ts'

const NODES: ReadonlySet<string> = new Set(BPMN_NODE_TYPES)
const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess'])

/** Whether tokens come to the element. */
export function isNode({ name }: Source): boolean {
  return NODES.has(name)
}

/** Whether others lie in the element. */
export function isScope({ name }: Source): boolean {
  return SCOPES.has(name)
}

/** An attribute as it is written, without blanks around it; empty where it is not there. */
export function written({ attributes }: Source, name: string): string {
  return attributes.get(name)?.trim() ?? ''
}

/** What an attribute refers to, without the prefix of the file that it points into. */
export function referred(element: Source, name: string): string {
  return localId(written(element, name))
}

/** A reference without its prefix. */
export function localId(reference: string): string {
  const text = reference.trim()
  return text.slice(text.lastIndexOf(':') + 1)
}

/** All children of a name. */
export function parts({ children }: Source, name: string): readonly Source[] {
  return children.filter((one) => one.name === name)
}
