import type { BpmnExpression } from '@millrace/core/process'
import type { XmlMarkup } from '../../xml/index.ts'

/** An expression as an element; none where nothing is said. */
export function expressionMarkup(name: string, expression: BpmnExpression | null): readonly XmlMarkup[] {
  if (expression === null) return []
  const attributes = { 'xsi:type': 'bpmn:tFormalExpression', language: expression.language }
  return [{ name, attributes, text: expression.text }]
}
