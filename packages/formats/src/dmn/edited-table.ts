import type { Aggregation, HitPolicy } from '@millrace/core/decision'

/** A part of a table as it is to be: which one of the table as it was, from 0; null: a new one. */
export type Edited = { readonly from: number | null }

/** A column of conditions as it is to be. */
export type EditedInput = Edited & {
  readonly label: string | null
  readonly expression: string
  readonly typeRef: string | null
  readonly allowedValues: string | null
}

/** A column of results as it is to be. */
export type EditedOutput = Edited & {
  readonly name: string | null
  readonly label: string | null
  readonly typeRef: string | null
  readonly allowedValues: string | null
  readonly defaultValue: string | null
}

/** A rule as it is to be: an entry for each column. */
export type EditedRule = Edited & {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly annotations: readonly string[]
}

/** A table as it is to be. */
export type EditedTable = {
  readonly hitPolicy: HitPolicy
  readonly aggregation: Aggregation | null
  readonly inputs: readonly EditedInput[]
  readonly outputs: readonly EditedOutput[]
  readonly annotations: readonly (Edited & { readonly name: string })[]
  readonly rules: readonly EditedRule[]
}
