import type { QueryViewer } from '@millrace/core/work'
import { currencyDigits } from '../../../platform/currency-digits.ts'
import { dayOf, dayStart } from '../../../platform/time-zone.ts'
import type { Lookup } from './lookup.ts'

/** Who asks, and when and where, as the query language wants to know it. */
export function viewerOf(lookup: Pick<Lookup, 'me' | 'organisation' | 'today'>): QueryViewer {
  const { currency, timeZone, weekStart } = lookup.organisation
  return {
    me: lookup.me.personId,
    today: lookup.today,
    weekStart,
    currencyDigits: currencyDigits(currency),
    dayStart: (date) => dayStart(date, timeZone),
    dayOf: (at) => dayOf(at, timeZone),
    timeZone,
  }
}
