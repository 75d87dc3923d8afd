import type {
  DateProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from './bound-query.ts'
import type { FieldTarget } from './field-target.ts'
import type { QueryFieldName } from './query-field.ts'

type Of<Type extends string, Names> = Names extends { readonly type: Type; readonly name: infer Name }
  ? Name
  : never

const TEXTS: { readonly [Name in QueryFieldName]?: Of<'text', TextProperty> } = {
  text: 'text',
  title: 'title',
  description: 'description',
  role: 'role',
  practice: 'practice',
  artifact: 'artifact',
}
const NUMBERS: { readonly [Name in QueryFieldName]?: Of<'number', NumberProperty> } = {
  children: 'childCount',
  priority: 'priority',
  effort: 'effortMin',
  costOfDelay: 'costOfDelayMinor',
}
const DATES: { readonly [Name in QueryFieldName]?: Of<'date', DateProperty> } = {
  start: 'startsOn',
  due: 'dueOn',
}
const INSTANTS: { readonly [Name in QueryFieldName]?: Of<'instant', InstantProperty> } = {
  created: 'createdAt',
  updated: 'updatedAt',
  started: 'startedAt',
  finished: 'finishedAt',
  stateSince: 'stateSince',
  age: 'ageFrom',
}
const IDS: { readonly [Name in QueryFieldName]?: Of<'id', IdProperty> } = {
  key: 'key',
  type: 'typeId',
  group: 'stateGroup',
  area: 'area',
  container: 'home',
  parent: 'parentId',
  responsible: 'responsibleId',
  accountable: 'accountableId',
  requester: 'requesterId',
  team: 'teamId',
}

type Planned = Extract<
  NumberProperty | InstantProperty | IdProperty,
  { readonly type: 'plannedNumber' | 'plannedInstant' | 'plannedId' }
>
const PLANNED_NUMBERS: { readonly [Name in QueryFieldName]?: Extract<Planned, NumberProperty> } = {
  totalFloat: { type: 'plannedNumber', name: 'totalFloatMin' },
  percentComplete: { type: 'plannedNumber', name: 'percentComplete' },
}
const PLANNED_INSTANTS: { readonly [Name in QueryFieldName]?: Extract<Planned, InstantProperty> } = {
  plannedStart: { type: 'plannedInstant', name: 'plannedStartAt' },
  plannedFinish: { type: 'plannedInstant', name: 'plannedFinishAt' },
  deadline: { type: 'plannedInstant', name: 'deadlineAt' },
}
const PLANNED_IDS: { readonly [Name in QueryFieldName]?: Extract<Planned, IdProperty> } = {
  critical: { type: 'plannedId', name: 'isCritical' },
}

/** The text that a field of type `text` or `search` reads. */
export function textProperty({ source }: FieldTarget): TextProperty {
  if (source.kind === 'custom') {
    const { field, formula } = source
    return formula
      ? { type: 'formulaText', fieldId: field.id, formula }
      : { type: 'customText', fieldId: field.id }
  }
  return { type: 'text', name: known(TEXTS[source.name], source.name) }
}

/** The number that a field of type `number`, `money`, `duration` or `priority` reads. */
export function numberProperty({ source }: FieldTarget): NumberProperty {
  if (source.kind === 'custom') {
    const { field, formula } = source
    return formula
      ? { type: 'formulaNumber', fieldId: field.id, formula }
      : { type: 'customNumber', fieldId: field.id }
  }
  const planned = PLANNED_NUMBERS[source.name]
  return planned ?? { type: 'number', name: known(NUMBERS[source.name], source.name) }
}

/** The day that a field of type `date` reads. */
export function dateProperty({ source }: FieldTarget): DateProperty {
  if (source.kind === 'custom') {
    const { field, formula } = source
    return formula
      ? { type: 'formulaDate', fieldId: field.id, formula }
      : { type: 'customDate', fieldId: field.id }
  }
  return { type: 'date', name: known(DATES[source.name], source.name) }
}

/** The moment that a field of type `instant` or `days` reads. No custom field is one. */
export function instantProperty({ source }: FieldTarget): InstantProperty {
  const name = source.kind === 'builtIn' ? source.name : undefined
  const planned = name && PLANNED_INSTANTS[name]
  return planned ?? { type: 'instant', name: known(name && INSTANTS[name], source.kind) }
}

/** The id or word that a field with a single named value reads; of containers the home. */
export function idProperty({ source }: FieldTarget): IdProperty {
  if (source.kind === 'custom') {
    const { field, formula } = source
    return formula
      ? { type: 'formulaId', fieldId: field.id, formula }
      : { type: 'customId', fieldId: field.id }
  }
  const planned = PLANNED_IDS[source.name]
  return planned ?? { type: 'id', name: known(IDS[source.name], source.name) }
}

function known<Name>(name: Name | undefined, field: string): Name {
  if (name === undefined) throw new TypeError(`no property for the field ${field}`)
  return name
}
