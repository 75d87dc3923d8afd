import type { BpmnMessage, BpmnService } from '@millrace/core/process'
import type { XmlMarkup } from '../../xml/index.ts'

/** What a task asks of a service, as an element of our own namespace; none where it asks nothing. */
export function serviceMarkup(service: BpmnService | null): readonly XmlMarkup[] {
  if (service === null) return []
  const { headers, errors, body, ...attributes } = service
  const children = [
    ...headers.map((header) => ({ name: 'millrace:header', attributes: header })),
    ...errors.map((error) => ({ name: 'millrace:error', attributes: error })),
    ...(body ? [{ name: 'millrace:body', text: body.text }] : []),
  ]
  return [{ name: 'millrace:service', attributes, children }]
}

/** A message, and by what it is told for whom it is. */
export function messageMarkup({ id, name, correlationKey }: BpmnMessage): XmlMarkup {
  const subscription = {
    name: 'millrace:subscription',
    attributes: { correlationKey: correlationKey?.text ?? null },
  }
  return {
    name: 'bpmn:message',
    attributes: { id, name: name || null },
    children: correlationKey ? [{ name: 'bpmn:extensionElements', children: [subscription] }] : [],
  }
}
