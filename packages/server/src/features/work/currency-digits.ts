const known = new Map<string, number>()

/** How many digits of an amount are cents. Asking for it takes longer than the rest of a query's binding. */
export function currencyDigits(currency: string): number {
  const digits = known.get(currency)
  if (digits !== undefined) return digits
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  const fresh = options.maximumFractionDigits ?? 2
  known.set(currency, fresh)
  return fresh
}
