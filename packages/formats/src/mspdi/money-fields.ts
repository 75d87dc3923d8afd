import { RATE_UNITS } from './codes.ts'
import {
  coded,
  dateTime,
  decimal,
  durationMin,
  type Field,
  type FieldSet,
  fieldSet,
  money,
  whole,
} from './field.ts'

/** Fields that hold money, laid out once for the currency of the file. */
export type MoneyFields = {
  /** Costs of a task, resource or assignment. */
  readonly costs: FieldSet<ReturnType<typeof costFields>>
  readonly baseline: FieldSet<ReturnType<typeof baselineFields>>
  readonly rates: FieldSet<ReturnType<typeof rateFields>>
  /** A single amount in minor units. */
  readonly amount: Field<number>
}

/** Elements of costs, for all rows. */
export const COST_ELEMENTS: readonly string[] = fieldSet(costFields(2)).elements
/** Elements of rates, for resources. */
export const RATE_ELEMENTS: readonly string[] = fieldSet(rateFields(2)).elements

/** The fields that hold money, in minor units with so many digits behind the decimal mark. */
export function moneyFields(minorDigits: number): MoneyFields {
  return {
    costs: fieldSet(costFields(minorDigits)),
    baseline: fieldSet(baselineFields(minorDigits)),
    rates: fieldSet(rateFields(minorDigits)),
    amount: money('Value', minorDigits),
  }
}

function costFields(minorDigits: number) {
  return {
    fixedCostMinor: money('FixedCost', minorDigits),
    costMinor: money('Cost', minorDigits),
    actualCostMinor: money('ActualCost', minorDigits),
    remainingCostMinor: money('RemainingCost', minorDigits),
  }
}

function baselineFields(minorDigits: number) {
  return {
    number: whole('Number'),
    start: dateTime('Start'),
    finish: dateTime('Finish'),
    durationMin: durationMin('Duration'),
    workMin: durationMin('Work'),
    costMinor: money('Cost', minorDigits),
  }
}

function rateFields(minorDigits: number) {
  return {
    standard: decimal('StandardRate'),
    standardPer: coded('StandardRateFormat', RATE_UNITS),
    overtime: decimal('OvertimeRate'),
    overtimePer: coded('OvertimeRateFormat', RATE_UNITS),
    costPerUse: money('CostPerUse', minorDigits),
  }
}
