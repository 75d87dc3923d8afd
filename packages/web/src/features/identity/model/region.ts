const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')
const BY_REGION: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((region) => [region, 'EUR'])),
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  AU: 'AUD',
  CA: 'CAD',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  IN: 'INR',
  JP: 'JPY',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  SE: 'SEK',
}

/** The currency most used where the browser's language is set to. */
export function ownCurrency(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? ''
  return BY_REGION[region] ?? 'EUR'
}

/** The browser's time zone by its IANA name. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** ISO 4217 codes that the browser knows. */
export function currencies(): string[] {
  return Intl.supportedValuesOf('currency')
}

/** IANA names that the browser knows, its own among them. */
export function timeZones(): string[] {
  return [...new Set(['UTC', ownTimeZone(), ...Intl.supportedValuesOf('timeZone')])]
}
