import { err, type Money, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { currencyBySign, minorUnitDigits } from './currency.ts'
import { type DecimalMark, parseDecimal } from './number.ts'

/** How to read what an amount does not say itself. */
export type MoneyOptions = {
  readonly mark?: DecimalMark
  /** Currency of amounts without one, and the one meant by a shared sign such as `$`. */
  readonly currency?: string
}

const AMOUNT =
  /^(?<minus>-?|−?)\s*(?<before>\p{Sc}|[\p{L}]{0,3}\$|\p{L}{2,4}\.?)?\s*(?<digits>[-−(]?\d[^\p{L}\p{Sc}]*?|[-−(]?[.,]\d+\)?)\s*(?<behind>\p{Sc}|[\p{L}]{0,3}\$|\p{L}{2,4}\.?)?$/u
const LONGEST_AMOUNT = 64
/** More digits than this leave the integers that a double holds exactly. */
const LARGEST_MINOR = Number.MAX_SAFE_INTEGER

/**
 * Reads an amount of money: `1.234,56 €`, `$1,234.56`, `USD 12`, `CHF 1'200.00`, `-5 EUR`,
 * `(1,200.00)`. The result is exact; digits beyond the currency's own are rounded half away from
 * zero.
 *
 * @returns refusals: `money.unreadable`, `money.currency_missing`, `money.too_large`,
 *   `numbers.mark_unknown`
 */
export function parseMoney(text: string, options: MoneyOptions = {}): Result<Money> {
  const amount = text.length > LONGEST_AMOUNT ? undefined : splitAmount(text.trim())
  if (amount === undefined) return refuse('money.unreadable', text)
  const currency =
    amount.sign === undefined ? options.currency : currencyBySign(amount.sign, options.currency)
  if (currency === undefined) return refuse('money.currency_missing', text)
  const decimal = parseDecimal(amount.digits, options.mark)
  if (!decimal.ok) {
    return decimal.refusal.code === 'numbers.mark_unknown' ? decimal : refuse('money.unreadable', text)
  }
  const minor = toMinor(decimal.value, minorUnitDigits(currency))
  return Math.abs(minor) > LARGEST_MINOR ? refuse('money.too_large', text) : ok({ minor, currency })
}

function refuse(code: string, text: string): { readonly ok: false; readonly refusal: Refusal } {
  return err({ code, params: { text: text.slice(0, LONGEST_AMOUNT) } })
}

/** Digits with their sign, and the currency's sign from before or behind them, not both. */
function splitAmount(
  text: string,
): { readonly digits: string; readonly sign: string | undefined } | undefined {
  const groups = AMOUNT.exec(text)?.groups
  if (groups === undefined) return undefined
  const { minus, before, digits, behind } = groups
  if (before !== undefined && behind !== undefined) return undefined
  return { digits: `${minus ?? ''}${digits ?? ''}`, sign: before ?? behind }
}

/** Shifts the decimal mark as text, so that no binary fraction takes part. */
function toMinor(decimal: string, digits: number): number {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const shifted = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  const roundsUp = Number(fraction[digits] ?? 0) >= 5
  const minor = shifted + (roundsUp ? 1 : 0)
  return negative && minor !== 0 ? -minor : minor
}
