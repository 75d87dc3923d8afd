import { RATE_UNITS } from './codes.ts'
import type { ProjectWriter } from './project-writer.ts'
import type { MspdiRate, MspdiRatePeriod, MspdiResource } from './resource.ts'
import { writeAttributes, writeBaselines, writeHyperlink } from './write-parts.ts'

const NO_CALENDAR = -1
const TYPE_CODES = { material: 0, work: 1, cost: 2 } as const
/** A resource is promised, or only asked for. */
const COMMITTED = 0
const PROPOSED = 1

/** A resource with its rates, availability, custom values and baselines, in the schema's order. */
export function writeResource(resource: MspdiResource, to: ProjectWriter): void {
  to.group('Resource', () => {
    writeIdentity(resource, to)
    writeAmounts(resource, to)
    to.leaf('CalendarUID', resource.calendarUid ?? NO_CALENDAR)
    to.leaf('Notes', resource.notes)
    to.leaf('IsGeneric', resource.generic)
    to.leaf('IsInactive', resource.inactive)
    to.leaf('IsEnterprise', resource.enterprise)
    to.leaf('BookingType', resource.proposed ? PROPOSED : COMMITTED)
    writeAttributes(resource.attributes, to)
    writeBaselines(resource.baselines, to)
    to.leaf('IsCostResource', resource.type === 'cost')
    to.leaf('IsBudget', resource.budget)
    writeAvailability(resource, to)
    writeRates(resource.rates, to)
  })
}

function writeIdentity(resource: MspdiResource, to: ProjectWriter): void {
  to.leaf('UID', resource.uid)
  to.leaf('GUID', resource.guid)
  to.leaf('ID', resource.id)
  to.leaf('Name', resource.name)
  to.leaf('Type', TYPE_CODES[resource.type])
  to.leaf('IsNull', false)
  to.leaf('Initials', resource.initials)
  to.leaf('MaterialLabel', resource.materialLabel)
  to.leaf('Code', resource.code)
  to.leaf('Group', resource.group)
  to.leaf('EmailAddress', resource.email)
  writeHyperlink(resource.hyperlink, to)
  to.leaf('MaxUnits', resource.maxUnits)
  to.leaf('CanLevel', resource.canLevel)
  to.leaf('AccrueAt', resource.accrueAt)
}

function writeAmounts(resource: MspdiResource, to: ProjectWriter): void {
  to.duration('Work', resource.workMin)
  to.duration('ActualWork', resource.actualWorkMin)
  to.duration('RemainingWork', resource.remainingWorkMin)
  writeRate('StandardRate', resource.standardRate, to)
  to.money('Cost', resource.costMinor)
  writeRate('OvertimeRate', resource.overtimeRate, to)
  to.money('CostPerUse', resource.costPerUseMinor)
  to.money('ActualCost', resource.actualCostMinor)
  to.money('RemainingCost', resource.remainingCostMinor)
}

function writeRate(name: string, rate: MspdiRate | undefined, to: ProjectWriter): void {
  if (rate === undefined) return
  to.leaf(name, rate.amount)
  to.leaf(`${name}Format`, rate.shownPer === undefined ? undefined : RATE_UNITS.indexOf(rate.shownPer))
}

function writeAvailability({ availability }: MspdiResource, to: ProjectWriter): void {
  if (availability.length === 0) return
  to.group('AvailabilityPeriods', () => {
    for (const period of availability) {
      to.group('AvailabilityPeriod', () => {
        to.leaf('AvailableFrom', period.from)
        to.leaf('AvailableTo', period.to)
        to.leaf('AvailableUnits', period.units)
      })
    }
  })
}

function writeRates(rates: readonly MspdiRatePeriod[], to: ProjectWriter): void {
  if (rates.length === 0) return
  to.group('Rates', () => {
    for (const period of rates) {
      to.group('Rate', () => {
        to.leaf('RatesFrom', period.from)
        to.leaf('RatesTo', period.to)
        to.leaf('RateTable', period.table)
        writeRate('StandardRate', period.standardRate, to)
        writeRate('OvertimeRate', period.overtimeRate, to)
        to.money('CostPerUse', period.costPerUseMinor)
      })
    }
  })
}
