import type { Instant, PlainDate } from '../../kernel/index.ts'
import type { FieldValue } from '../custom-field.ts'
import type { WorkItem } from '../work-item.ts'

/** What a formula depends on besides the item: when and where it is asked. */
export type FormulaWorld = {
  readonly today: PlainDate
  /** The organisation's zone by its IANA name; moments count as days there. */
  readonly timeZone: string
  readonly dayOf: (at: Instant) => PlainDate
  /** Digits after the point in the organisation's currency. */
  readonly currencyDigits: number
  /** What a state is called, by `typeId/stateId`; and a type by its id. */
  readonly stateNames: ReadonlyMap<string, string>
  readonly typeNames: ReadonlyMap<string, string>
}

/** What a part of a formula comes to: null where there is nothing. Yes or no is never nothing. */
export type FormulaValue = string | number | boolean | null
/** Works a formula out for an item. */
export type FormulaReader = (item: WorkItem) => FormulaValue

/** Texts as they are, or in the form in which texts are compared and searched. */
export type TextForm = 'shown' | 'folded'

/** Works out the value of a field; null where it has none. */
export type FieldReader = (item: WorkItem) => FieldValue | null
