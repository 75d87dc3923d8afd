/** The moment, from the computer's clock. */
export function now(): number {
  return Date.now()
}
