import { texts } from './texts.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** What people call a field of an item; custom fields are known by id only and are called that. */
export function fieldWords(field: string): string {
  if (ID.test(field)) return texts.ownField
  return texts.fields[field] ?? field.replace(/^field:/, '')
}

/** Parameters of a refusal's sentence with fields by the names people know. */
export function wordedParams(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const worded: Record<string, unknown> = { ...params }
  for (const name of ['fields', 'field']) {
    const value: unknown = params[name]
    if (typeof value === 'string') worded[name] = fieldWords(value)
    if (Array.isArray(value)) worded[name] = value.map((each) => fieldWords(String(each)))
  }
  return worded
}
