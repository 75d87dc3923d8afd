import { refuse } from '../../platform/commands/index.ts'

/** Refuses a currency or time zone that the world does not know; `undefined` is left alone. */
export function checkRegional(
  settings: { readonly currency?: string | undefined; readonly timeZone?: string | undefined },
  index = 0,
): void {
  const { currency, timeZone } = settings
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    refuse('identity.currency_unknown', { currency }, index)
  }
  if (timeZone !== undefined && !isTimeZone(timeZone))
    refuse('identity.time_zone_unknown', { timeZone }, index)
}

/** Asked of the formatter, because the list of zones leaves out links such as `UTC` and `Europe/Kyiv`. */
function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
