import { isTimeZone } from '@millrace/core/calendar'
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
