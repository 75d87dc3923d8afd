import type { CaseMapping, PlanItemKind, PlanItemWork } from '@millrace/core/case'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'
import type { CaseReading } from './reading.ts'
import { foreignOf, referenceOf, referencesOf, textOf } from './written.ts'

const WHOLE = /^\d{1,9}$/
/** A length of time whose minutes do not depend on the calendar. */
const ISO_SPAN = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?)?$/
/** Of tasks that begin or ask something: the attribute and the element that say what. */
const BEGUN: Readonly<Partial<Record<PlanItemKind, string>>> = {
  processTask: 'processRef',
  caseTask: 'caseRef',
  decisionTask: 'decisionRef',
}
/** Marks by which other programs say that something is an expression. */
const MARKED = /^[$#]\{\s*(.*?)\s*\}$/

/**
 * Who does a task and what it asks for: as Millrace writes it (`millrace:work`, namespace `urn:millrace:cmmn`), and where
 * that says nothing, as Flowable and Camunda do. Null: nothing is said.
 */
export function readWork(element: XmlElement, kind: PlanItemKind, reading: CaseReading): PlanItemWork | null {
  const extensions = child(element, 'extensionElements')
  const work = child(extensions, 'work')
  const own = (name: string) => work?.attributes[name] || null
  const foreign = (name: string) => foreignOf(element, name)
  const performer = reading.roles.get(referenceOf(element.attributes.performerRef) ?? '') ?? null
  const read: PlanItemWork = {
    teamId: own('teamId'),
    responsibleId: own('responsibleId'),
    role: own('role') ?? performer ?? plain(foreign('candidateGroups') ?? foreign('assignee')),
    ...{ practice: own('practice'), artifact: own('artifact') },
    formKey: own('formKey') ?? foreign('formKey') ?? foreign('formId'),
    effortMin: minutesOf(own('effortMin')),
    expectedMin: minutesOf(own('expectedMin')) ?? spanMinutes(foreign('dueDate')),
    otherThan: referencesOf(own('otherThan') ?? ''),
    reference: begunOf(element, kind),
    inputs: readMappings(extensions, 'in'),
    outputs: readMappings(extensions, 'out'),
  }
  return Object.values(read).some(isSaid) ? read : null
}

function isSaid(value: PlanItemWork[keyof PlanItemWork]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null
}

/** Who is asked for in an expression is only known by its words. */
function plain(written: string | null): string | null {
  return written?.replace(MARKED, '$1') ?? null
}

function begunOf(element: XmlElement, kind: PlanItemKind): string | null {
  const name = BEGUN[kind]
  if (name === undefined) return null
  return textOf(child(element, `${name}Expression`)) ?? referenceOf(element.attributes[name])
}

/** `millrace:in` and `millrace:out`, which are written as Camunda and Flowable write theirs. */
function readMappings(extensions: XmlElement | undefined, side: 'in' | 'out'): readonly CaseMapping[] {
  return childrenOf(extensions, side).flatMap(({ attributes }) => {
    const source = attributes.source ?? attributes.sourceExpression
    return source && attributes.target ? [{ source, target: attributes.target }] : []
  })
}

function minutesOf(written: string | null): number | null {
  return written !== null && WHOLE.test(written) ? Number(written) : null
}

/** Null: a day of the calendar, or an expression that only a case knows. */
function spanMinutes(written: string | null): number | null {
  const found = written === null ? null : ISO_SPAN.exec(written.trim())
  if (!found) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0))
  const total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes
  return total > 0 ? total : null
}
