/** ISO 4217 codes of currencies in use, without metals, funds and test codes. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT ' +
    'LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR ' +
    'NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
    'STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD ' +
    'XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
)

const NO_MINOR_UNIT = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const THREE_DIGITS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** Signs that mean one currency nearly always. `$` and `¥` are shared: see `SHARED_SIGNS`. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₹': 'INR',
  '₺': 'TRY',
  '₩': 'KRW',
  '₴': 'UAH',
  '₪': 'ILS',
  '₫': 'VND',
  '₸': 'KZT',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  лв: 'BGN',
  руб: 'RUB',
  R$: 'BRL',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  Fr: 'CHF',
}

/** Signs of several currencies: the first is taken unless the caller expects one of the others. */
const SHARED_SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN', 'ARS', 'CLP', 'COP'],
  '¥': ['JPY', 'CNY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
}

/** Whether the text is a currency code in use (ISO 4217, list one), in capitals. */
export function isCurrencyCode(text: string): boolean {
  return CODES.has(text)
}

/** Digits after the decimal mark in a currency: 2, but 0 for yen and 3 for dinars (ISO 4217). */
export function minorUnitDigits(currency: string): number {
  if (NO_MINOR_UNIT.has(currency)) return 0
  return THREE_DIGITS.has(currency) ? 3 : 2
}

/**
 * The currency that a code or sign means.
 *
 * @param expected the currency to prefer when a sign is shared (`$`, `¥`, `kr`)
 * @returns `undefined` for anything else
 */
export function currencyBySign(sign: string, expected?: string): string | undefined {
  const code = sign.toUpperCase()
  if (CODES.has(code)) return code
  const bare = sign.replace(/\.$/, '')
  const own = Object.hasOwn(SIGNS, bare) ? SIGNS[bare] : undefined
  if (own !== undefined) return own
  const shared = Object.hasOwn(SHARED_SIGNS, bare.toLowerCase())
    ? SHARED_SIGNS[bare.toLowerCase()]
    : undefined
  return shared?.find((candidate) => candidate === expected) ?? shared?.[0]
}
