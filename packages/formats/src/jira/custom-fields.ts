import { type JsonRecord, recordOf, type TrackerItem, textOf } from '../tracker/index.ts'
import { adfText } from './adf-text.ts'

/** Names of fields by id, as the search gives them when asked to expand `names`. */
export type FieldNames = ReadonlyMap<string, string>

type Custom = { readonly fields: JsonRecord; readonly names: FieldNames }

/** Fields that have a place of their own, or are only of use to Jira. */
const PASSED_OVER = new Set([
  'epic link',
  'start date',
  'rank',
  'development',
  'epic color',
  'epic colour',
  'epic status',
  'issue color',
  'parent link',
])

/** The value of the custom field with a name, in small letters. */
export function findCustom(name: string, { fields, names }: Custom): unknown {
  for (const [id, given] of names)
    if (id.startsWith('customfield_') && given.trim().toLowerCase() === name && fields[id] != null)
      return fields[id]
  return undefined
}

/** Custom fields with a value, by their names. */
export function customFields({ fields, names }: Custom): TrackerItem['fields'] {
  return Object.entries(fields).flatMap(([id, value]) => {
    const name = names.get(id) ?? id
    if (!id.startsWith('customfield_') || isPassedOver(name)) return []
    const text = valueText(value, 0)
    return text === '' || text === '{}' ? [] : [{ name, value: text }]
  })
}

/** Whether a field of this name is left. */
export function isPassedOver(name: string): boolean {
  return PASSED_OVER.has(name.trim().toLowerCase()) || name.startsWith('[CHART]')
}

/** Options, users, sprints, versions: their names; documents: their text. */
function valueText(value: unknown, depth: number): string {
  if (depth > 3) return ''
  if (Array.isArray(value)) {
    return value
      .map((entry) => valueText(entry, depth + 1))
      .filter(Boolean)
      .join(', ')
  }
  if (typeof value === 'string') return sprintName(value) ?? value.trim()
  if (typeof value !== 'object') return textOf(value)
  const record = recordOf(value)
  if (record['type'] === 'doc') return adfText(record)
  const [name = ''] = ['displayName', 'name', 'value'].map((each) => textOf(record[each])).filter(Boolean)
  const child = valueText(record['child'], depth + 1)
  return child === '' ? name : `${name}: ${child}`
}

/** Servers write a sprint as `…Sprint@1f[id=2,state=FUTURE,name=Sprint 2,…]`. */
function sprintName(text: string): string | null {
  return /Sprint@\w+\[.{0,500}?\bname=([^,\]]{1,200})/.exec(text)?.[1] ?? null
}
