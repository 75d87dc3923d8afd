/** A line for the log. */
export function describeWork(at: number): string {
  return `work at ${at}`
}
