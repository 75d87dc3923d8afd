/** An amount in whole minor units (cents) of an ISO 4217 currency. Never a fraction. */
export type Money = { readonly minor: number; readonly currency: string }

/** Adds two amounts of one currency. Mixing currencies is a bug: exchange is dated and explicit. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`cannot add ${a.currency} and ${b.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}
