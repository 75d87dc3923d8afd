import type { Id } from '../../kernel/index.ts'
import type { WorkItem } from '../work-item.ts'
import type { ListProperty, ScalarProperty } from './bound-query.ts'
import type { FoldedTexts } from './folded-texts.ts'
import type { PlannedFacts } from './planned-facts.ts'

/** What is known of items besides themselves. */
export type Besides = {
  readonly texts: FoldedTexts
  readonly plannedOf: (itemId: Id<'WorkItem'>) => PlannedFacts | undefined
}

/** The value of a property, or null where the item has none. */
export type ScalarReader = (item: WorkItem) => string | number | null

/** How to read a property from an item. Texts come folded. */
export function scalarReader(property: ScalarProperty, { texts, plannedOf }: Besides): ScalarReader {
  switch (property.type) {
    case 'text':
    case 'customText':
    case 'formulaText':
      return texts.reader(property)
    case 'customNumber':
      return ({ fields }) => ofType('number', fields[property.fieldId])
    case 'customDate':
    case 'customId':
      return ({ fields }) => ofType('string', fields[property.fieldId])
    case 'formulaNumber':
    case 'formulaDate':
    case 'formulaId':
      return property.formula.read
    case 'plannedNumber':
    case 'plannedInstant': {
      const { name } = property
      return ({ id }) => plannedOf(id)?.[name] ?? null
    }
    case 'plannedId': {
      const { name } = property
      return ({ id }) => yesOrNo(plannedOf(id)?.[name])
    }
    default:
      return namedReader(property.name)
  }
}

type NamedProperty = Extract<ScalarProperty, { readonly type: 'number' | 'date' | 'instant' | 'id' }>

function namedReader(name: NamedProperty['name']): ScalarReader {
  if (name === 'home') return ({ containerIds }) => containerIds[0] ?? null
  if (name === 'ageFrom') return ({ finishedAt, startedAt }) => (finishedAt === null ? startedAt : null)
  return (item) => item[name]
}

function yesOrNo(fact: boolean | null | undefined): 'yes' | 'no' | null {
  if (fact === null || fact === undefined) return null
  return fact ? 'yes' : 'no'
}

function ofType(type: 'number' | 'string', value: string | number | undefined): string | number | null {
  return typeof value === type && value !== undefined ? value : null
}

/** How to read several ids from an item. */
export function listReader({ name }: ListProperty): (item: WorkItem) => readonly string[] {
  return name === 'labelIds' ? ({ labelIds }) => labelIds : ({ containerIds }) => containerIds
}
