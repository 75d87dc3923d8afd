import type { PlainDateTime } from '../dates/index.ts'
import type { DurationFormat } from './codes.ts'

/** A custom field the file defines. */
export type MspdiAttributeDefinition = {
  /** Number of the field, unique in Microsoft Project (`188743731` is the task field Text1). */
  readonly fieldId: number
  /** Name in the program: `Text1`, `Number3`, `Outline Code2`. */
  readonly fieldName: string
  /** Name people gave it; shown instead of `fieldName` when present. */
  readonly alias: string | undefined
  readonly guid: string | undefined
  /** Values to choose from, in order; empty without a list. */
  readonly choices: readonly string[]
}

/** The value of a custom field. */
export type MspdiAttribute = {
  readonly fieldId: number
  /** The alias, or the program's name, or the number of an undefined field. */
  readonly name: string
  readonly value: MspdiAttributeValue
}

/** A custom value by the sort of its field. */
export type MspdiAttributeValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** Minor units of the project's currency. */
  | { readonly kind: 'cost'; readonly minor: number }
  | { readonly kind: 'date'; readonly at: PlainDateTime }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'duration'; readonly minutes: number; readonly format: DurationFormat | undefined }
