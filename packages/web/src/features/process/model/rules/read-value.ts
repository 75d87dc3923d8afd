/**
 * A value as somebody types it: what is said to be text is taken as it is, everything else as a number, as true
 * or false, as JSON, or as text. Nothing typed is no value.
 */
export function readValue(typed: string, typeRef: string | null): unknown {
  const text = typed.trim()
  if (text === '') return undefined
  if (typeRef === 'string') return /^".*"$/.test(text) ? text.slice(1, -1) : text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A value as people would type it again. */
export function writeValue(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A result in one line: text between quotation marks, as the cells of a table hold it. */
export function showValue(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}
