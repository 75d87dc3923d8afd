import type { OnPart, Sentry } from '@millrace/core/case'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'
import { type CaseReading, refuse } from './reading.ts'
import { conditionOf, fileEventOf, foreignOf, planEventOf, referenceOf } from './written.ts'

/** Criteria of an item, with the sentries that they refer to. */
export function readCriteria(
  element: XmlElement,
  kind: 'entryCriterion' | 'exitCriterion',
  reading: CaseReading,
): readonly Sentry[] {
  return childrenOf(element, kind).map((criterion, place) => {
    const { attributes } = criterion
    const id = attributes.id ?? `${element.attributes.id ?? ''}-${kind}-${place + 1}`
    const sentry = reading.sentries.get(referenceOf(foreignOf(criterion, 'sentryRef') ?? '') ?? '')
    if (!sentry) refuse(reading, criterion, { name: `${kind}@sentryRef`, at: id })
    return {
      ...{ id, name: attributes.name || sentry?.attributes.name || '' },
      onParts: sentry ? readOnParts(sentry, { at: id, reading }) : [],
      ifPart: conditionOf(child(sentry, 'ifPart')),
    }
  })
}

type Where = { readonly at: string; readonly reading: CaseReading }

function readOnParts(sentry: XmlElement, where: Where): readonly OnPart[] {
  return sentry.children.flatMap((part) => {
    if (part.name === 'planItemOnPart') return readPlanPart(part, where)
    return part.name === 'caseFileItemOnPart' ? readFilePart(part, where) : []
  })
}

function readPlanPart(part: XmlElement, { at, reading }: Where): readonly OnPart[] {
  const transition = planEventOf(part)
  if (transition === null) return unknownEvent(part, { at, reading })
  return [
    {
      on: 'plan',
      sourceId: sourceOf(part, reading),
      transition,
      exitCriterionId: referenceOf(part.attributes.exitCriterionRef ?? part.attributes.sentryRef),
    },
  ]
}

function readFilePart(part: XmlElement, { at, reading }: Where): readonly OnPart[] {
  const transition = fileEventOf(part)
  if (transition === null) return unknownEvent(part, { at, reading })
  return [{ on: 'file', sourceId: referenceOf(part.attributes.sourceRef) ?? '', transition }]
}

function unknownEvent(part: XmlElement, { at, reading }: Where): readonly [] {
  refuse(reading, part, { name: `${part.name}/standardEvent`, at })
  return []
}

/** The plan of a case stands for the case. */
export function sourceOf({ attributes }: XmlElement, { planModelId, caseId }: CaseReading): string {
  const id = referenceOf(attributes.sourceRef) ?? ''
  return id === planModelId ? caseId : id
}
