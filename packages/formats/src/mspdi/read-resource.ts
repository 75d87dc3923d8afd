import {
  dateTime,
  decimal,
  durationMin,
  fieldSet,
  flag,
  prose,
  readFields,
  reference,
  text,
  whole,
} from './field.ts'
import { COST_ELEMENTS, RATE_ELEMENTS } from './money-fields.ts'
import { readAttributes } from './read-attributes.ts'
import type { Teller } from './read-context.ts'
import { type PartOptions, readBaselines, readHyperlink } from './read-parts.ts'
import type {
  MspdiAvailability,
  MspdiRate,
  MspdiRatePeriod,
  MspdiResource,
  MspdiResourceType,
} from './resource.ts'
import { nestedIn, type XmlRecord } from './xml-record.ts'

/** Fields taken over as they are, under the same names as in `MspdiResource`. */
const PLAIN = fieldSet({
  id: whole('ID'),
  guid: text('GUID'),
  initials: text('Initials'),
  group: text('Group'),
  code: text('Code'),
  email: text('EmailAddress'),
  materialLabel: text('MaterialLabel'),
  maxUnits: decimal('MaxUnits'),
  accrueAt: whole('AccrueAt'),
  workMin: durationMin('Work'),
  actualWorkMin: durationMin('ActualWork'),
  remainingWorkMin: durationMin('RemainingWork'),
  notes: prose('Notes'),
})
const DERIVED = fieldSet({
  name: text('Name'),
  type: whole('Type'),
  isCost: flag('IsCostResource'),
  calendar: reference('CalendarUID'),
  generic: flag('IsGeneric'),
  inactive: flag('IsInactive'),
  budget: flag('IsBudget'),
  enterprise: flag('IsEnterprise'),
  canLevel: flag('CanLevel'),
  booking: whole('BookingType'),
})
const RATE_PERIOD = fieldSet({
  table: whole('RateTable'),
  from: dateTime('RatesFrom'),
  to: dateTime('RatesTo'),
})
const AVAILABILITY = fieldSet({
  from: dateTime('AvailableFrom'),
  to: dateTime('AvailableTo'),
  units: decimal('AvailableUnits'),
})
const LAST_RATE_TABLE = 4

/** Elements of a resource that are read, or known to say nothing more. */
export const RESOURCE_ELEMENTS: ReadonlySet<string> = new Set([
  ...[...PLAIN.elements, ...DERIVED.elements, ...RATE_ELEMENTS, ...COST_ELEMENTS, 'UID', 'IsNull'],
  ...['Hyperlink', 'HyperlinkAddress', 'HyperlinkSubAddress', 'Rates', 'AvailabilityPeriods'],
  ...['Baseline', 'ExtendedAttribute', 'OutlineCode'],
])

/** Elements inside resources that have children of their own, besides those of every row. */
export const RESOURCE_GROUPS: readonly string[] = [
  ...['Rates', 'Rate', 'AvailabilityPeriods', 'AvailabilityPeriod'],
]

/** A resource from its element; what cannot be read is told and counts as absent. */
export function readResource(
  record: XmlRecord,
  context: { readonly uid: number; readonly options: PartOptions; readonly teller: Teller },
): MspdiResource {
  const { uid, options, teller } = context
  const derived = readFields(record, DERIVED, teller.tellFault)
  const { costMinor, actualCostMinor, remainingCostMinor } = readFields(
    record,
    options.money.costs,
    teller.tellFault,
  )
  return {
    ...readFields(record, PLAIN, teller.tellFault),
    ...readRates(record, options, teller),
    uid,
    name: derived.name ?? '',
    type: resourceType(derived.type, derived.isCost === true),
    calendarUid: derived.calendar === 'none' ? undefined : derived.calendar,
    generic: derived.generic === true,
    inactive: derived.inactive === true,
    budget: derived.budget === true,
    enterprise: derived.enterprise === true,
    canLevel: derived.canLevel !== false,
    proposed: derived.booking === 1,
    costMinor,
    actualCostMinor,
    remainingCostMinor,
    hyperlink: readHyperlink(record, teller),
    rates: nestedIn(record, 'Rates', 'Rate').flatMap((rate) => readRatePeriod(rate, options, teller)),
    availability: nestedIn(record, 'AvailabilityPeriods', 'AvailabilityPeriod').flatMap((period) =>
      readAvailability(period, teller),
    ),
    attributes: readAttributes(record, options, teller),
    baselines: readBaselines(record, options, teller),
    line: record.line,
  }
}

/** 0 is material, 1 work, 2 cost; older files mark a cost as a material with a flag. */
function resourceType(code: number | undefined, isCost: boolean): MspdiResourceType {
  if (isCost || code === 2) return 'cost'
  return code === 0 ? 'material' : 'work'
}

function readRates(
  record: XmlRecord,
  options: PartOptions,
  teller: Teller,
): Pick<MspdiResource, 'standardRate' | 'overtimeRate' | 'costPerUseMinor'> {
  const values = readFields(record, options.money.rates, teller.tellFault)
  return {
    standardRate: rateOf(values.standard, values.standardPer),
    overtimeRate: rateOf(values.overtime, values.overtimePer),
    costPerUseMinor: values.costPerUse,
  }
}

function rateOf(amount: number | undefined, shownPer: MspdiRate['shownPer']): MspdiRate | undefined {
  return amount === undefined ? undefined : { amount, shownPer }
}

function readRatePeriod(record: XmlRecord, options: PartOptions, teller: Teller): readonly MspdiRatePeriod[] {
  const { table, from, to } = readFields(record, RATE_PERIOD, teller.tellFault)
  if (table === undefined || table < 0 || table > LAST_RATE_TABLE) return []
  return [{ table, from, to, ...readRates(record, options, teller) }]
}

function readAvailability(record: XmlRecord, teller: Teller): readonly MspdiAvailability[] {
  const { from, to, units } = readFields(record, AVAILABILITY, teller.tellFault)
  return units === undefined ? [] : [{ from, to, units }]
}
