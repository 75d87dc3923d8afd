import type { MspdiBaseline } from './baseline.ts'
import type { MspdiAttributeDefinition } from './extended-attribute.ts'
import {
  dateTime,
  type Field,
  fieldSet,
  readDurationMin,
  readFields,
  text,
  UNREADABLE,
  whole,
} from './field.ts'
import type { MoneyFields } from './money-fields.ts'
import type { Teller } from './read-context.ts'
import type { MspdiHyperlink } from './task.ts'
import { type MspdiTimephased, timephasedKindByCode } from './timephased.ts'
import { groupsOf, type XmlRecord } from './xml-record.ts'

/** Elements of tasks, resources and assignments that have children of their own. */
export const PART_GROUPS: readonly string[] = [
  'Baseline',
  'TimephasedData',
  'ExtendedAttribute',
  'OutlineCode',
]

/** What the parts of a row need to know of the file. */
export type PartOptions = {
  /** Fields of money in the project's currency. */
  readonly money: MoneyFields
  readonly timephased: 'keep' | 'work'
  readonly definitions: AttributeLookup
}

/** Custom fields by their number, and their listed values. */
export type AttributeLookup = {
  readonly byField: ReadonlyMap<number, MspdiAttributeDefinition>
  /** The text of a listed value, by the GUID or number a row refers to it with. */
  choice(
    fieldId: number,
    reference: { readonly guid: string | undefined; readonly id: number | undefined },
  ): string | undefined
}

const LAST_BASELINE = 10

/** The saved plans of a row; those with an unknown number are told and left out. */
export function readBaselines(
  record: XmlRecord,
  options: PartOptions,
  teller: Teller,
): readonly MspdiBaseline[] {
  const written = groupsOf(record, 'Baseline')
  if (written.length === 0) return []
  return written.flatMap((inner) => {
    const { number, ...values } = readFields(inner, options.money.baseline, teller.tellFault)
    if (number !== undefined && number >= 0 && number <= LAST_BASELINE) return [{ number, ...values }]
    teller.tell('mspdi.baseline_unknown', { value: number ?? null })
    return []
  })
}

const TIMEPHASED = fieldSet({
  type: whole('Type'),
  start: dateTime('Start'),
  finish: dateTime('Finish'),
  value: text('Value'),
})

/** Amounts spread over time; intervals of unknown kinds or without both ends are passed over. */
export function readTimephased(
  record: XmlRecord,
  options: PartOptions,
  teller: Teller,
): readonly MspdiTimephased[] {
  const written = groupsOf(record, 'TimephasedData')
  if (written.length === 0) return []
  return written.flatMap((inner) => {
    const { type, start, finish, value } = readFields(inner, TIMEPHASED, teller.tellFault)
    const kind = timephasedKindByCode(type ?? -1)
    if (kind === undefined || start === undefined || finish === undefined) return []
    if (options.timephased === 'work' && !isWork(kind.measure)) return []
    const amount = readAmount(kind.measure, value ?? '', options.money.amount)
    if (typeof amount !== 'number') {
      teller.tellFault('TimephasedData/Value', value ?? '', UNREADABLE)
      return []
    }
    return [{ ...kind, start, finish, amount }]
  })
}

/** What is planned and what is done; the rest is the bulk of large files. */
function isWork(measure: MspdiTimephased['measure']): boolean {
  return measure === 'remaining-work' || measure === 'actual-work'
}

/** An empty value is zero: work pauses there. */
function readAmount(
  measure: MspdiTimephased['measure'],
  value: string,
  cost: Field<number>,
): number | symbol {
  if (value === '') return 0
  if (measure.endsWith('work')) return readDurationMin(value)
  if (measure.endsWith('cost')) return cost.read(value)
  return Number.isFinite(Number(value)) ? Number(value) : UNREADABLE
}

const HYPERLINK = fieldSet({
  text: text('Hyperlink'),
  address: text('HyperlinkAddress'),
  subAddress: text('HyperlinkSubAddress'),
})

/** Where a row points to; `undefined` when nowhere. */
export function readHyperlink(record: XmlRecord, teller: Teller): MspdiHyperlink | undefined {
  const values = readFields(record, HYPERLINK, teller.tellFault)
  return Object.values(values).every((value) => value === undefined) ? undefined : values
}
