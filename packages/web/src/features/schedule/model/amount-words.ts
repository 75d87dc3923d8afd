import type { EarnedValueView } from '@millrace/contract'
import { formatEffort, formatMoney } from '../../../ui/index.ts'
import { textsValue } from '../texts-value.ts'

/** How an amount is said: as money, or as work. */
export type AmountWords = (amount: number) => string

/** A measured project, and how its amounts are said. */
export type SaidValue = { readonly value: EarnedValueView; readonly say: AmountWords }

/** Amounts of a measured project, which are minor units of money or minutes of work. */
export function amountWords(unit: 'money' | 'minutes', currency: string): AmountWords {
  if (unit === 'money') return (amount) => formatMoney(Math.round(amount), currency)
  return (amount) => (amount < 0 ? `−${formatEffort(-Math.round(amount))}` : formatEffort(Math.round(amount)))
}

/** What was to be done, what is done, and what it took, in a sentence. */
export function readingOf({ project }: EarnedValueView, say: AmountWords): string {
  const { plannedValue, earnedValue, actualCost } = project
  const actual = actualCost > 0 ? say(actualCost) : null
  return textsValue.reading({ planned: say(plannedValue), earned: say(earnedValue), actual })
}
