import { BPMN_NODE_TYPES } from '@millrace/core/process'
import type { XmlSource } from '../../xml/index.ts'

const NODES: ReadonlySet<string> = new Set(BPMN_NODE_TYPES)
const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess'])

/** Whether tokens come to the element. */
export function isNode({ name }: XmlSource): boolean {
  return NODES.has(name)
}

/** Whether others lie in the element. */
export function isScope({ name }: XmlSource): boolean {
  return SCOPES.has(name)
}

/** An attribute as it is written, without blanks around it; empty where it is not there. */
export function written({ attributes }: XmlSource, name: string): string {
  return attributes.get(name)?.value.trim() ?? ''
}

/** What an attribute refers to, without the prefix of the file that it points into. */
export function referred(element: XmlSource, name: string): string {
  return localId(written(element, name))
}

/** A reference without its prefix. */
export function localId(reference: string): string {
  const text = reference.trim()
  return text.slice(text.lastIndexOf(':') + 1)
}

/** All children of a name. */
export function parts({ children }: XmlSource, name: string): readonly XmlSource[] {
  return children.filter((one) => one.name === name)
}
