import type { WorkItem } from '../work-item.ts'
import type { TextProperty } from './bound-query.ts'
import { foldText, searchTextOf } from './fold.ts'

/** Reads a text of an item, folded; null where the item has none. */
export type TextReader = (item: WorkItem) => string | null

/**
 * Folded texts of items, each made when first asked for and kept as long as the item object lives.
 * Keep one of these beside the items: folding is most of the cost of a search.
 */
export type FoldedTexts = { readonly reader: (property: TextProperty) => TextReader }

/** Starts with nothing folded. */
export function createFoldedTexts(): FoldedTexts {
  const readers = new Map<string, TextReader>()
  return {
    reader: (property) => {
      // A formula says something else tomorrow, or when it is written anew.
      if (property.type === 'formulaText') return rawReader(property)
      const name = property.type === 'text' ? property.name : property.fieldId
      const known = readers.get(name)
      if (known) return known
      const reader = remembering(rawReader(property))
      readers.set(name, reader)
      return reader
    },
  }
}

function remembering(read: TextReader): TextReader {
  const kept = new WeakMap<WorkItem, string | null>()
  return (item) => {
    const known = kept.get(item)
    if (known !== undefined) return known
    const text = read(item)
    kept.set(item, text)
    return text
  }
}

function rawReader(property: TextProperty): TextReader {
  if (property.type === 'customText') {
    return ({ fields }) => {
      const value = fields[property.fieldId]
      return typeof value === 'string' ? foldText(value) : null
    }
  }
  if (property.type === 'formulaText') {
    const { read } = property.formula
    return (item) => textOf(read(item))
  }
  const { name } = property
  if (name === 'text') return searchTextOf
  return (item) => {
    const text = item[name]
    return text === null ? null : foldText(text)
  }
}

function textOf(value: string | number | null): string | null {
  return typeof value === 'string' ? value : null
}
