/** Every refusal this room returns, for the catalogue of sentences. */
export const DATES_REFUSAL_CODES = [
  'dates.unreadable',
  'dates.order_unknown',
  'dates.no_such_day',
  'dates.bad_time',
  'dates.year_out_of_range',
  'numbers.unreadable',
  'numbers.mark_unknown',
  'money.unreadable',
  'money.currency_missing',
  'money.too_large',
  'durations.unreadable',
  'durations.unit_missing',
] as const
