import type { PlanItem } from '@millrace/core/case'
import { child, type XmlElement } from '../xml/index.ts'
import { conditionOf } from './written.ts'

type Control = Pick<PlanItem, 'manualActivation' | 'required' | 'repetition'>

/** Rules of an item: those of its own, and where it has none, those of what it refers to. */
export function readControl(item: XmlElement, definition: XmlElement | undefined): Control {
  const controls = [child(item, 'itemControl'), child(definition, 'defaultControl')]
  const answer = (name: string) =>
    answerOf(controls.map((control) => child(control, name)).find((found) => found !== undefined))
  return {
    manualActivation: answer('manualActivationRule'),
    required: answer('requiredRule'),
    repetition: answer('repetitionRule'),
  }
}

/** A rule without a condition is one that holds; one that never holds is none. CMMN 1.1, 5.4.11. */
function answerOf(rule: XmlElement | undefined): string | null {
  if (!rule) return null
  const condition = conditionOf(rule) ?? 'true'
  return condition === 'false' ? null : condition
}
