import type { PlainDateTime } from '../dates/index.ts'
import type { MspdiBaseline } from './baseline.ts'
import type { RateUnit } from './codes.ts'
import type { MspdiAttribute } from './extended-attribute.ts'
import type { MspdiHyperlink } from './task.ts'

/** People and machines, things used up, or plain costs. */
export type MspdiResourceType = 'work' | 'material' | 'cost'

/** What a resource costs. */
export type MspdiRate = {
  /** Whole currency units, with decimals: per hour, or per unit of material. */
  readonly amount: number
  /** The unit people see it in; the amount above does not depend on it. */
  readonly shownPer: RateUnit | undefined
}

/** Rates of a resource from one day on. */
export type MspdiRatePeriod = {
  /** Table 0 to 4, shown as A to E. */
  readonly table: number
  readonly from: PlainDateTime | undefined
  readonly to: PlainDateTime | undefined
  readonly standardRate: MspdiRate | undefined
  readonly overtimeRate: MspdiRate | undefined
  readonly costPerUseMinor: number | undefined
}

/** How much of a resource there is between two days; 1 is one person full time. */
export type MspdiAvailability = {
  readonly from: PlainDateTime | undefined
  readonly to: PlainDateTime | undefined
  readonly units: number
}

/** A person, machine, material or cost that tasks use. */
export type MspdiResource = {
  readonly uid: number
  readonly id: number | undefined
  readonly guid: string | undefined
  readonly name: string
  readonly type: MspdiResourceType
  readonly initials: string | undefined
  readonly group: string | undefined
  readonly code: string | undefined
  readonly email: string | undefined
  readonly materialLabel: string | undefined
  /** 1 is one person full time. */
  readonly maxUnits: number | undefined
  readonly calendarUid: number | undefined
  /** A role or skill rather than a person. */
  readonly generic: boolean
  readonly inactive: boolean
  /** Holds budgets instead of costs. */
  readonly budget: boolean
  readonly enterprise: boolean
  /** Levelling may put off what it works on; yes unless the file says no. */
  readonly canLevel: boolean
  /** When its costs fall due: 1 at the start, 2 at the end, 3 as the work goes on. */
  readonly accrueAt: number | undefined
  /** Only asked for, not yet promised. */
  readonly proposed: boolean
  readonly standardRate: MspdiRate | undefined
  readonly overtimeRate: MspdiRate | undefined
  /** Amounts in minor units of the project's currency. */
  readonly costPerUseMinor: number | undefined
  readonly costMinor: number | undefined
  readonly actualCostMinor: number | undefined
  readonly remainingCostMinor: number | undefined
  /** Minutes, rounded to thousandths; units of material count 60 minutes each. */
  readonly workMin: number | undefined
  readonly actualWorkMin: number | undefined
  readonly remainingWorkMin: number | undefined
  readonly notes: string | undefined
  readonly hyperlink: MspdiHyperlink | undefined
  readonly rates: readonly MspdiRatePeriod[]
  readonly availability: readonly MspdiAvailability[]
  readonly attributes: readonly MspdiAttribute[]
  readonly baselines: readonly MspdiBaseline[]
  readonly line: number
}
