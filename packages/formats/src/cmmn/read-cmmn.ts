import type { CaseModel } from '@millrace/core/case'
import { err, ok, type Result } from '@millrace/core/kernel'
import { child, childrenOf, readXmlTree, type XmlElement } from '../xml/index.ts'
import { CASES_MAX, CMMN_TREE, type CmmnRefused, ITEMS_MAX } from './limits.ts'
import { readContent } from './read-content.ts'
import { readCaseFile } from './read-file.ts'
import { readCriteria } from './read-sentry.ts'
import { type CaseReading, within } from './reading.ts'
import { refusedParts } from './refused-parts.ts'
import { documentationOf, foreignOf } from './written.ts'

/** A case of a file, and what of it is not executed. */
export type CmmnCase = { readonly model: CaseModel; readonly refused: readonly CmmnRefused[] }

/** The namespace of CMMN 1.0, whose plans differ in many places. */
const OLD = 'http://www.omg.org/spec/CMMN/20131201/MODEL'

/**
 * Reads a CMMN 1.1 file as far as it is executed: plain ones, and those of Flowable and Camunda with who does a task, by
 * which form and until when. References are those of the file: whether they lead anywhere is asked when a plan is
 * compiled.
 *
 * @returns the cases, each with everything in it that is not executed; or refused as XML is, or by one of
 *   `CMMN_REFUSAL_CODES`
 * @see CMMN 1.1, clause 6 (exchange formats)
 */
export function readCmmn(bytes: Uint8Array): Result<readonly CmmnCase[]> {
  const tree = readXmlTree(bytes, CMMN_TREE)
  if (!tree.ok) return tree
  const root = tree.value
  if (Object.values(root.attributes).includes(OLD))
    return err({ code: 'cmmn.version', params: { version: '1.0' } })
  const cases = childrenOf(root, 'case')
  if (root.name !== 'definitions' || (cases.length === 0 && !isCmmn(root)))
    return err({ code: 'cmmn.no_definitions', params: { name: root.name.slice(0, 60) } })
  if (cases.length === 0) return err({ code: 'cmmn.no_case' })
  if (cases.length > CASES_MAX) return err({ code: 'cmmn.too_many_cases', params: { limit: CASES_MAX } })
  const read = cases.map((one) => readCase(one, root))
  if (read.some(({ isCut }) => isCut))
    return err({ code: 'cmmn.too_many_items', params: { limit: ITEMS_MAX } })
  return ok(read.map(({ model, refused }) => ({ model, refused })))
}

function isCmmn({ attributes }: XmlElement): boolean {
  return Object.values(attributes).some((value) => value.startsWith('http://www.omg.org/spec/CMMN/'))
}

function readCase(element: XmlElement, root: XmlElement): CmmnCase & { readonly isCut: boolean } {
  const { attributes } = element
  const plan = child(element, 'casePlanModel')
  const reading = readingOf(element, plan)
  const model: CaseModel = {
    ...{ id: attributes.id ?? '', name: attributes.name ?? '', description: documentationOf(element) },
    root: plan ? readContent(plan, reading) : { items: [], autoComplete: false, discretionary: [] },
    exit: plan ? readCriteria(plan, 'exitCriterion', reading) : [],
    roles: [...reading.roles.values()],
    file: readCaseFile(child(element, 'caseFileModel'), root),
  }
  return { model, refused: reading.refused, isCut: reading.counted.items > ITEMS_MAX }
}

function readingOf(element: XmlElement, plan: XmlElement | undefined): CaseReading {
  const inPlan = plan ? within(plan) : []
  const byId = (elements: readonly XmlElement[]) =>
    new Map(elements.flatMap((one) => (one.attributes.id ? [[one.attributes.id, one] as const] : [])))
  const named = (name: string) => inPlan.filter((one) => one.name === name)
  // CMMN 1.1 has them within `caseRoles`, many programs directly in the case.
  const roles = [...childrenOf(child(element, 'caseRoles'), 'role'), ...childrenOf(element, 'caseRoles')]
  return {
    caseId: element.attributes.id ?? '',
    planModelId: plan?.attributes.id ?? '',
    sentries: byId(named('sentry')),
    definitions: byId(inPlan.filter(({ name }) => !NO_DEFINITIONS.has(name))),
    applicability: byId(named('applicabilityRule')),
    roles: new Map(
      roles.flatMap((role) => {
        const { id } = role.attributes
        const name = foreignOf(role, 'name') ?? id
        return id && name ? [[id, name] as const] : []
      }),
    ),
    refused: [...refusedParts(element)],
    ...{ open: new Set(), counted: { items: 0 } },
  }
}

/** What has an id in a plan and is no definition. */
const NO_DEFINITIONS: ReadonlySet<string> = new Set([
  'planItem',
  'discretionaryItem',
  'sentry',
  'entryCriterion',
  'exitCriterion',
])
