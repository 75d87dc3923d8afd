/** Variables as somebody writes them, in JSON; null: it is none. */
export function readValues(written: string): Readonly<Record<string, unknown>> | null {
  if (written.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(written)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value)) : null
  } catch {
    return null
  }
}
