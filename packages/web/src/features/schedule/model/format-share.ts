import { languageFacts } from '../../../platform/language/index.ts'

const SHARE = new Intl.NumberFormat(languageFacts.locale, { style: 'percent', maximumFractionDigits: 1 })

/** A part of a whole, from 0 to 1, as `7.5%`. */
export function formatShare(share: number): string {
  return SHARE.format(share)
}
