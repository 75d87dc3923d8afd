import { minorUnitDigits } from '@millrace/formats/dates'
import type { MspdiProject } from '@millrace/formats/mspdi'
import type { Problem } from '../problem-list.ts'

/** How amounts of a file are taken over. */
export type PlanMoney = {
  /** An amount in minor units, or null when the file counts in another currency. */
  readonly amount: (minor: number | undefined) => number | null
  /** A rate in whole units with decimals, as minor units. */
  readonly rate: (amount: number | undefined) => number | null
}

/** Amounts of a foreign currency are left out: converting them would need a rate and a day. */
export function planMoney(project: MspdiProject, own: string, tell: (problem: Problem) => void): PlanMoney {
  const { currency } = project.properties
  if (currency !== undefined && currency !== own) return leaveOut({ currency, own }, tell)
  const factor = 10 ** minorUnitDigits(own)
  return {
    // Nothing says "no cost" by zero, but every file writes zero for it.
    amount: (minor) => (minor === undefined || minor === 0 ? null : toSafe(minor)),
    rate: (amount) => (amount === undefined || amount === 0 ? null : toSafe(amount * factor)),
  }
}

/** No amount is taken over; the first that is not zero is told. */
function leaveOut(
  params: { readonly currency: string; readonly own: string },
  tell: (problem: Problem) => void,
): PlanMoney {
  let isTold = false
  const refuse = (amount: number | undefined): null => {
    if (isTold || amount === undefined || amount === 0) return null
    isTold = true
    tell({ code: 'import.currency_differs', severity: 'warning', line: null, params })
    return null
  }
  return { amount: refuse, rate: refuse }
}

function toSafe(value: number): number | null {
  const whole = Math.round(value)
  return Number.isSafeInteger(whole) ? whole : null
}
