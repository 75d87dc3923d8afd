import type { ShownKind } from '../custom-field.ts'
import type { Comparison } from './query.ts'

/** What the values of a field are, which decides how they are written and compared. */
export type ValueType =
  | 'search'
  | 'text'
  | 'key'
  | 'state'
  | 'group'
  | 'type'
  | 'container'
  | 'kind'
  | 'area'
  | 'item'
  | 'person'
  | 'team'
  | 'label'
  | 'choice'
  | 'priority'
  | 'date'
  | 'instant'
  | 'days'
  | 'duration'
  | 'money'
  | 'number'

/** A field that every query knows. */
export type QueryField = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: ValueType
  /** Whether it can be without a value, so that `is empty` means something. */
  readonly optional: boolean
  readonly sortable: boolean
}

type Rest = { readonly aliases?: readonly string[]; readonly optional?: true; readonly unsorted?: true }

function field<Name extends string>(name: Name, type: ValueType, rest: Rest = {}) {
  const { aliases = [], optional = false, unsorted = false } = rest
  return { name, aliases, type, optional, sortable: !unsorted }
}

const OPTIONAL = { optional: true } as const

/** The built-in fields, in the order of the documentation. */
export const QUERY_FIELDS = [
  field('text', 'search', { unsorted: true }),
  field('key', 'key'),
  field('title', 'text'),
  field('description', 'text', { optional: true, unsorted: true }),
  field('state', 'state'),
  field('group', 'group'),
  field('type', 'type'),
  field('container', 'container'),
  field('kind', 'kind', { unsorted: true }),
  field('area', 'area'),
  field('parent', 'item', { optional: true, unsorted: true }),
  field('children', 'number'),
  field('responsible', 'person', { aliases: ['assignee'], optional: true }),
  field('accountable', 'person', OPTIONAL),
  field('requester', 'person', OPTIONAL),
  field('team', 'team', OPTIONAL),
  field('label', 'label', { aliases: ['labels'], optional: true, unsorted: true }),
  field('priority', 'priority', OPTIONAL),
  field('start', 'date', OPTIONAL),
  field('due', 'date', OPTIONAL),
  field('plannedStart', 'instant', OPTIONAL),
  field('plannedFinish', 'instant', OPTIONAL),
  field('deadline', 'instant', OPTIONAL),
  field('totalFloat', 'duration', OPTIONAL),
  field('critical', 'choice', OPTIONAL),
  field('percentComplete', 'number', OPTIONAL),
  field('effort', 'duration', OPTIONAL),
  field('costOfDelay', 'money', { aliases: ['cod'], optional: true }),
  field('role', 'text', OPTIONAL),
  field('practice', 'text', OPTIONAL),
  field('artifact', 'text', OPTIONAL),
  field('created', 'instant'),
  field('updated', 'instant'),
  field('started', 'instant', OPTIONAL),
  field('finished', 'instant', OPTIONAL),
  field('stateSince', 'instant'),
  field('age', 'days', OPTIONAL),
] as const satisfies readonly QueryField[]

/** Canonical name of a built-in field. */
export type QueryFieldName = (typeof QUERY_FIELDS)[number]['name']

/** Starts the name of a custom field. Needed only where a built-in field has the same name. */
export const CUSTOM_PREFIX = 'field.'

/** The values a custom field of this kind has in a query. */
export const CUSTOM_VALUE_TYPES: Readonly<Record<ShownKind, ValueType>> = {
  text: 'text',
  link: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  person: 'person',
  choice: 'choice',
  yesNo: 'choice',
}

const SAME: readonly Comparison[] = ['=', '!=', 'in', 'not in']
const ORDERED: readonly Comparison[] = ['<', '<=', '>', '>=']
const CONTAINED: readonly Comparison[] = ['~', '!~']
const EMPTY: readonly Comparison[] = ['is empty', 'is not empty']

/** The comparisons that fit a type of value. `is empty` comes on top where a field is optional. */
export function comparisonsOf(type: ValueType, optional: boolean): readonly Comparison[] {
  return [...fitting(type), ...(optional ? EMPTY : [])]
}

function fitting(type: ValueType): readonly Comparison[] {
  switch (type) {
    case 'search':
      return CONTAINED
    case 'kind':
    case 'area':
    case 'item':
      return SAME
    case 'group':
    case 'priority':
    case 'date':
    case 'instant':
    case 'days':
    case 'duration':
    case 'money':
    case 'number':
      return [...SAME, ...ORDERED]
    default:
      return [...SAME, ...CONTAINED]
  }
}

type KnownField = (typeof QUERY_FIELDS)[number] & QueryField

const BY_NAME: ReadonlyMap<string, KnownField> = new Map(
  QUERY_FIELDS.flatMap((known: KnownField) =>
    [known.name, ...known.aliases].map((name) => [name.toLowerCase(), known] as const),
  ),
)

/** The built-in field of this name or alias, in any case. */
export function findQueryField(name: string): KnownField | undefined {
  return BY_NAME.get(name.toLowerCase())
}

/** The name as queries write it: built-in fields in their own spelling, `field.` in lower case. */
export function canonicalField(name: string): string {
  const known = findQueryField(name)
  if (known) return known.name
  const isPrefixed = name.toLowerCase().startsWith(CUSTOM_PREFIX)
  return isPrefixed ? CUSTOM_PREFIX + name.slice(CUSTOM_PREFIX.length) : name
}
