const WRITTEN = /^(?:R-?\d*\/|(?:DTSTART|RRULE:|FREQ=)|[+-]?P(?=[\dT])|\d{4}-\d\d-\d\d)/

/** Whether a text is meant to be a time, and not an expression whose answer is one. */
export function isWrittenTime(text: string): boolean {
  return WRITTEN.test(text.trim())
}
