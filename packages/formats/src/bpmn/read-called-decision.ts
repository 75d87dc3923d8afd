import type { BpmnWork, DecisionBinding } from '@millrace/core/process'
import { child, type XmlElement } from '../xml/index.ts'
import { foreignOf } from './written.ts'

/** Which decision a rule task asks, and what its result is called, as Camunda (7, 8), Flowable and Operaton write it. */
export function readCalledDecision(
  element: XmlElement,
): Pick<BpmnWork, 'decisionRef' | 'decisionBinding' | 'resultVariable'> {
  const called = child(child(element, 'extensionElements'), 'calledDecision')?.attributes
  const { attributes } = element
  return {
    decisionRef: foreignOf(attributes, 'decisionRef') ?? called?.decisionId ?? null,
    decisionBinding: bindingOf(
      foreignOf(attributes, 'decisionRefBinding') ?? called?.bindingType ?? 'latest',
      foreignOf(attributes, 'decisionRefVersion'),
    ),
    resultVariable: foreignOf(attributes, 'resultVariable') ?? called?.resultVariable ?? null,
  }
}

function bindingOf(written: string, version: string | null): DecisionBinding {
  const number = Number(version ?? Number.NaN)
  if (written === 'version' && Number.isInteger(number) && number > 0) return number
  return written === 'deployment' ? 'deployment' : 'latest'
}
