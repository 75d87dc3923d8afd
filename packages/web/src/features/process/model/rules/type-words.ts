import { named } from '../../../../platform/language/index.ts'
import { textsRuleGrid } from '../../texts-rule-grid.ts'

const WORDS = named(textsRuleGrid.types)

/** Kinds of values that people choose from. */
export const VALUE_TYPES: readonly string[] = Object.keys(WORDS)

/** A kind of value in words; a type of the model by its own name. */
export function typeWord(typeRef: string | null): string {
  return WORDS[typeRef ?? 'Any'] ?? typeRef ?? ''
}

/** What can be chosen, and what is chosen already. */
export function typeChoices(typeRef: string | null): { readonly value: string; readonly label: string }[] {
  const all = typeRef === null || VALUE_TYPES.includes(typeRef) ? VALUE_TYPES : [...VALUE_TYPES, typeRef]
  return all.map((value) => ({ value, label: typeWord(value) }))
}
