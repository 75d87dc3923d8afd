import type { SearchText } from './navigation.ts'

/** Reads `?view=board&q=due%3Atoday` as plain text, without guessing at numbers or lists. */
export function readSearch(text: string): SearchText {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Writes search parameters so that people can read them. An empty one says that there is nothing where there usually is something. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string') params.set(name, value)
  }
  const text = params.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@')
  return text === '' ? '' : `?${text}`
}
