import { type XmlMarkup, xmlMarkup } from '../../xml/index.ts'
import type { Source } from '../source.ts'
import { type EditedFlow, type EditedModel, mention } from './edited-model.ts'

/** Leads a flow to another element. What the file says of it at both is said anew. */
export function redirect(
  model: EditedModel,
  flow: EditedFlow,
  ends: { readonly from?: string; readonly to?: string },
): void {
  if (ends.from !== undefined) model.setAttribute(flow.source, 'sourceRef', ends.from)
  if (ends.to !== undefined) model.setAttribute(flow.source, 'targetRef', ends.to)
}

/** Says at an element that one flow has become another. */
export function renameMention(
  model: EditedModel,
  element: Source | undefined,
  { side, from, to }: { readonly side: 'incoming' | 'outgoing'; readonly from: string; readonly to: string },
): void {
  const said = element && mention(element, side, from)
  if (said) model.setText(said, to)
}

const BEFORE_FLOWS: ReadonlySet<string> = new Set([
  'documentation',
  'extensionElements',
  'incoming',
  'outgoing',
])

/** Says at an element that a flow leads on. */
export function addOutgoing(model: EditedModel, element: Source, flowId: string): void {
  const markup = { name: `${model.prefix}outgoing`, text: flowId }
  const isBefore = ({ name }: Source) => BEFORE_FLOWS.has(name)
  model.insert(element, (indent) => xmlMarkup(markup, indent), isBefore)
}

/** Puts elements in behind another. */
export function insertBehind(model: EditedModel, sibling: Source, markups: readonly XmlMarkup[]): void {
  if (!sibling.parent) return
  const text = (indent: string) => markups.map((one) => xmlMarkup(one, indent)).join('\n')
  model.insert(sibling.parent, text, (one) => one === sibling)
}

/** A flow as it is written here. */
export function flowMarkup(
  model: EditedModel,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): XmlMarkup {
  return { name: `${model.prefix}sequenceFlow`, attributes: { id, sourceRef: from, targetRef: to } }
}
