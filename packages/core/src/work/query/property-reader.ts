import type { WorkItem } from '../work-item.ts'
import type { ListProperty, ScalarProperty } from './bound-query.ts'
import type { FoldedTexts } from './folded-texts.ts'

/** The value of a property, or null where the item has none. */
export type ScalarReader = (item: WorkItem) => string | number | null

/** How to read a property from an item. Texts come folded. */
export function scalarReader(property: ScalarProperty, texts: FoldedTexts): ScalarReader {
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

function ofType(type: 'number' | 'string', value: string | number | undefined): string | number | null {
  return typeof value === type && value !== undefined ? value : null
}

/** How to read several ids from an item. */
export function listReader({ name }: ListProperty): (item: WorkItem) => readonly string[] {
  return name === 'labelIds' ? ({ labelIds }) => labelIds : ({ containerIds }) => containerIds
}
