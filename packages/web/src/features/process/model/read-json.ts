/** Reads a value as it is written down; null: it is no JSON. */
export function readJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
