import type {
  CaseStageContent,
  CaseTimer,
  DiscretionaryItem,
  PlanItem,
  PlanItemKind,
} from '@millrace/core/case'
import { child, childrenOf, type XmlElement } from '../xml/index.ts'
import { ITEMS_MAX } from './limits.ts'
import { readControl } from './read-control.ts'
import { readCriteria, sourceOf } from './read-sentry.ts'
import { readWork } from './read-work.ts'
import { type CaseReading, refuse } from './reading.ts'
import {
  conditionOf,
  documentationOf,
  foreignOf,
  planEventOf,
  referenceOf,
  referencesOf,
  textOf,
} from './written.ts'

const KINDS: ReadonlyMap<string, PlanItemKind> = new Map([
  ['stage', 'stage'],
  ['humanTask', 'humanTask'],
  ['processTask', 'processTask'],
  ['caseTask', 'caseTask'],
  ['decisionTask', 'decisionTask'],
  ['task', 'task'],
  ['milestone', 'milestone'],
  ['userEventListener', 'userListener'],
  ['userEvent', 'userListener'],
  ['timerEventListener', 'timerListener'],
  ['timerEvent', 'timerListener'],
])
/** Of stages and the plan itself: what is read elsewhere, or says nothing about what is done. */
const KNOWN: ReadonlySet<string> = new Set([
  ...KINDS.keys(),
  ...['planItem', 'sentry', 'planningTable', 'exitCriterion', 'defaultControl', 'documentation'],
  ...['extensionElements', 'textAnnotation', 'association'],
])

/** What lies in a stage, or in the plan of a case. Depth is bounded by the reader of XML. */
export function readContent(stage: XmlElement, reading: CaseReading): CaseStageContent {
  for (const one of stage.children) if (!KNOWN.has(one.name)) refuse(reading, one)
  const placed = childrenOf(stage, 'planItem').map((item) => ({
    element: item,
    item: readItem(item, reading),
  }))
  const beside = placed.flatMap(({ element, item }) =>
    item?.kind === 'humanTask'
      ? readTables(definitionOf(element, reading), { besideId: item.id, roles: [], rules: [] }, reading)
      : [],
  )
  const own = readTables(stage, { besideId: null, roles: [], rules: [] }, reading)
  return {
    items: placed.flatMap(({ item }) => item ?? []),
    autoComplete: stage.attributes.autoComplete === 'true',
    discretionary: [...own, ...beside],
  }
}

function definitionOf({ attributes }: XmlElement, { definitions }: CaseReading): XmlElement | undefined {
  return definitions.get(referenceOf(attributes.definitionRef) ?? '')
}

function readItem(element: XmlElement, reading: CaseReading): PlanItem | null {
  if (++reading.counted.items > ITEMS_MAX) return null
  const definition = definitionOf(element, reading)
  const kind = KINDS.get(definition?.name ?? '')
  if (!definition || kind === undefined) {
    // Whatever it refers to is refused where it stands; a reference into the void is here.
    if (!definition) refuse(reading, element, { name: `${element.name}@definitionRef` })
    return null
  }
  return {
    ...namesOf(element, definition),
    kind,
    entry: readCriteria(element, 'entryCriterion', reading),
    exit: [element, definition].flatMap((one) => readCriteria(one, 'exitCriterion', reading)),
    ...readControl(element, definition),
    isBlocking: (foreignOf(definition, 'isBlocking') ?? foreignOf(definition, 'blocking')) !== 'false',
    content: kind === 'stage' ? readStage(element, definition, reading) : null,
    work: OCCURRENCES.has(kind) ? null : readWork(definition, kind, reading),
    timer: kind === 'timerListener' ? readTimer(definition, reading) : null,
  }
}

/** What an item does not say of itself says what it refers to. */
function namesOf(element: XmlElement, definition: XmlElement): Pick<PlanItem, 'id' | 'name' | 'description'> {
  return {
    id: element.attributes.id ?? '',
    name: element.attributes.name || definition.attributes.name || '',
    description: documentationOf(element) || documentationOf(definition),
  }
}

/** A stage that lies in itself is refused where it does. */
function readStage(item: XmlElement, definition: XmlElement, reading: CaseReading): CaseStageContent {
  const id = definition.attributes.id ?? ''
  if (reading.open.has(id)) {
    refuse(reading, item, { name: `${item.name}@definitionRef` })
    return { items: [], autoComplete: false, discretionary: [] }
  }
  reading.open.add(id)
  const content = readContent(definition, reading)
  reading.open.delete(id)
  return content
}

const OCCURRENCES: ReadonlySet<PlanItemKind> = new Set(['milestone', 'userListener', 'timerListener'])

function readTimer(definition: XmlElement, reading: CaseReading): CaseTimer | null {
  const expression = textOf(child(definition, 'timerExpression'))
  if (expression === null) return null
  const trigger = child(definition, 'planItemStartTrigger')
  const transition = trigger && planEventOf(trigger)
  if (!trigger || !transition) return { expression, from: null }
  return { expression, from: { sourceId: sourceOf(trigger, reading), transition } }
}

/** What holds for everything in a planning table. */
type Around = {
  readonly besideId: string | null
  readonly roles: readonly string[]
  /** Ids of rules that all have to hold. */
  readonly rules: readonly string[]
}

function readTables(
  holder: XmlElement | undefined,
  around: Around,
  reading: CaseReading,
): readonly DiscretionaryItem[] {
  return childrenOf(holder, 'planningTable').flatMap((table) => {
    const inner = narrowed(table, around, reading)
    return table.children.flatMap((one): readonly DiscretionaryItem[] => {
      if (one.name === 'discretionaryItem') return readDiscretionary(one, inner, reading)
      return one.name === 'planningTable' ? readTables({ ...table, children: [one] }, inner, reading) : []
    })
  })
}

/** Roles of an entry stand in place of those around it; rules come on top of them. */
function narrowed({ attributes }: XmlElement, around: Around, { roles }: CaseReading): Around {
  const own = referencesOf(attributes.authorizedRoleRefs).map((id) => roles.get(id) ?? id)
  return {
    ...around,
    roles: own.length > 0 ? own : around.roles,
    rules: [...around.rules, ...referencesOf(attributes.applicabilityRuleRefs)],
  }
}

function readDiscretionary(
  element: XmlElement,
  around: Around,
  reading: CaseReading,
): readonly DiscretionaryItem[] {
  const item = readItem(element, reading)
  if (item === null) return []
  const { roles, rules, besideId } = narrowed(element, around, reading)
  const conditions = rules.flatMap((id) => conditionOf(reading.applicability.get(id)) ?? [])
  return [{ item, roles, applicability: allOf(conditions), besideId }]
}

function allOf(conditions: readonly string[]): string | null {
  const [first, ...others] = conditions
  if (first === undefined || others.length === 0) return first ?? null
  return conditions.map((condition) => `(${condition})`).join(' and ')
}
