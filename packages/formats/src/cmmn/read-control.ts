import type { PlanItem } from '@millrace/core/case'
import { child, type XmlElement } from '../xml/index.ts'
import { type CaseReading, refuse } from './reading.ts'
import { conditionOf, foreignOf } from './written.ts'

type Control = Pick<PlanItem, 'manualActivation' | 'required' | 'repetition'>

/** Attributes by which other programs change what a rule means. */
const CHANGED = [
  'maxInstanceCount',
  'ignoreRepetitionCounterVariable',
  'collectionVariable',
  'repeatOnStandardEvent',
]
/** Rules of other programs that change how a plan goes on. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'completionNeutralRule',
  'parentCompletionRule',
  'reactivationRule',
])

/** Rules of an item: those of its own, and where it has none, those of what it refers to. */
export function readControl(
  item: XmlElement,
  definition: XmlElement | undefined,
  reading: CaseReading,
): Control {
  const controls = [child(item, 'itemControl'), child(definition, 'defaultControl')]
  const at = item.attributes.id ?? ''
  const rule = (name: string) =>
    controls.map((control) => child(control, name)).find((found) => found !== undefined)
  for (const control of controls)
    for (const one of [
      ...(control?.children ?? []),
      ...(child(control, 'extensionElements')?.children ?? []),
    ])
      if (UNKNOWN.has(one.name)) refuse(reading, one, { at })
  const repetition = rule('repetitionRule')
  for (const name of CHANGED)
    if (repetition && foreignOf(repetition, name) !== null)
      refuse(reading, repetition, { name: `repetitionRule@${name}`, at })
  return {
    manualActivation: answerOf(rule('manualActivationRule')),
    required: answerOf(rule('requiredRule')),
    repetition: answerOf(repetition),
  }
}

/** A rule without a condition is one that holds; one that never holds is none. CMMN 1.1, 5.4.11. */
function answerOf(rule: XmlElement | undefined): string | null {
  if (!rule) return null
  const condition = conditionOf(rule) ?? 'true'
  return condition === 'false' ? null : condition
}
