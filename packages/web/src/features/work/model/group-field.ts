import type { FieldView } from '@millrace/contract'
import { texts } from '../texts.ts'
import { textsPlanned } from '../texts-planned.ts'

/** What items can be gathered by, apart from the fields that an organisation adds. */
export const STANDARD_GROUPS = [
  'none',
  'state',
  'group',
  'responsible',
  'priority',
  'label',
  'type',
  'team',
  'area',
  'due',
  'parent',
  'container',
] as const
type StandardGroup = (typeof STANDARD_GROUPS)[number]

/** What plans say that items can be gathered by; days by their month. */
const PLANNED_GROUPS = ['plannedStart', 'plannedFinish', 'deadline', 'critical'] as const
/** One of these. */
export type PlannedGroup = (typeof PLANNED_GROUPS)[number]

/** What items are gathered by: a property of every item, or a custom field as the query language names it. */
export type GroupField = StandardGroup | PlannedGroup | `field.${string}`

const CUSTOM = 'field.'

/** Reads it out of an address; undefined when it is none. Whether a custom field exists is not known there. */
export function readGroupField(text: string | undefined): GroupField | undefined {
  const known = [...STANDARD_GROUPS, ...PLANNED_GROUPS].find((each) => each === text)
  if (known !== undefined || text === undefined) return known
  return /^field\.[a-z][A-Za-z0-9]*$/.test(text)
    ? groupByField({ key: text.slice(CUSTOM.length) })
    : undefined
}

/** Gathering by a custom field. */
export function groupByField({ key }: Pick<FieldView, 'key'>): GroupField {
  return `${CUSTOM}${key}` as const
}

type Fields = ReadonlyMap<string, FieldView>

/** The custom field that is meant; undefined for what every item has, and for fields that are gone. */
export function customFieldOf(group: GroupField, fields: Fields): FieldView | undefined {
  if (!group.startsWith(CUSTOM)) return undefined
  const key = group.slice(CUSTOM.length)
  return [...fields.values()].find((field) => field.key === key && field.archivedAt === null)
}

/** Whether items are gathered by what plans say. */
export function isPlannedGroup(group: GroupField): group is PlannedGroup {
  return PLANNED_GROUPS.some((known) => known === group)
}

/** What items can be gathered by here, with the fields of the organisation last. */
export function groupFields(fields: Fields): readonly GroupField[] {
  const own = [...fields.values()].filter((field) => field.archivedAt === null)
  return [...STANDARD_GROUPS, ...PLANNED_GROUPS, ...own.map(groupByField)]
}

/** Its name as people read it. */
export function groupFieldName(group: GroupField, fields: Fields): string {
  if (isPlannedGroup(group)) return textsPlanned.field[group]
  const standard = STANDARD_GROUPS.find((known) => known === group)
  return standard === undefined ? (customFieldOf(group, fields)?.name ?? group) : texts.groupField[standard]
}
