import { currencyDigits } from '../../../platform/currency-digits.ts'
import { useDirectory } from '../../../platform/store/index.ts'

/** The currency of the organisation, and how many minor units one of it has. */
export function useMinorUnits(): { readonly currency: string; readonly minorUnits: number } {
  const { currency } = useDirectory().organisation
  return { currency, minorUnits: 10 ** currencyDigits(currency) }
}
