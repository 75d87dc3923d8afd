import type { RelationView } from '@millrace/contract'

/** In what people count lags. */
export const LAG_UNITS = ['workDays', 'days', 'percent'] as const
export type LagUnitName = (typeof LAG_UNITS)[number]

type Lag = Pick<RelationView, 'lag' | 'lagUnit'>

const UNIT_OF: Readonly<Record<Lag['lagUnit'], LagUnitName>> = {
  workingMin: 'workDays',
  elapsedMin: 'days',
  percent: 'percent',
}
const KIND_OF: Readonly<Record<LagUnitName, { readonly lagUnit: Lag['lagUnit']; readonly times: number }>> = {
  workDays: { lagUnit: 'workingMin', times: 480 },
  days: { lagUnit: 'elapsedMin', times: 1440 },
  percent: { lagUnit: 'percent', times: 1 },
}

/** A lag as people write it; negative: a lead. */
export function lagOf({ lag, lagUnit }: Lag): { readonly amount: number; readonly unit: LagUnitName } {
  const unit = UNIT_OF[lagUnit]
  return { amount: Math.round((lag / KIND_OF[unit].times) * 100) / 100, unit }
}

/** The lag that somebody wrote. */
export function changedLag(amount: number, unit: LagUnitName): Lag {
  const { lagUnit, times } = KIND_OF[unit]
  return { lag: Math.round(amount * times), lagUnit }
}
