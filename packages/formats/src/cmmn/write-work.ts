import type { PlanItem, PlanItemWork } from '@millrace/core/case'
import type { Attributes, CmmnWriting } from './writing.ts'

const BEGUN: Readonly<Partial<Record<PlanItem['kind'], string>>> = {
  processTask: 'processRefExpression',
  caseTask: 'caseRefExpression',
  decisionTask: 'decisionRefExpression',
}

/** Who does a task and what it asks for: an extension of our own, as CMMN has no words for it. */
export function writeWork(writing: CmmnWriting, work: PlanItemWork, kind: PlanItem['kind']): void {
  const { inputs, outputs, reference } = work
  const own = attributesOf(work)
  const isSaid = Object.values(own).some((value) => value !== null)
  if (isSaid || inputs.length > 0 || outputs.length > 0)
    writing.element('extensionElements', {}, () => {
      if (isSaid) writing.element('millrace:work', own)
      for (const mapping of inputs) writing.element('millrace:in', mapping)
      for (const mapping of outputs) writing.element('millrace:out', mapping)
    })
  const tag = BEGUN[kind]
  if (tag !== undefined && reference !== null) writing.xml.leaf(tag, reference)
}

function attributesOf(work: PlanItemWork): Attributes {
  const { teamId, responsibleId, role, practice, artifact, formKey, effortMin, expectedMin, otherThan } = work
  return {
    ...{ teamId, responsibleId, role, practice, artifact, formKey },
    effortMin: effortMin?.toString() ?? null,
    expectedMin: expectedMin?.toString() ?? null,
    otherThan: otherThan.join(' ') || null,
  }
}
