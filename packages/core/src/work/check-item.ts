import { err, type Id, isPlainDate, ok, type Refusal, type Result } from '../kernel/index.ts'
import { AREAS_OF_INTEREST } from './area-of-interest.ts'
import { type CustomField, checkFieldValue, isComputed } from './custom-field.ts'
import type { ItemType, RequirableField } from './item-type.ts'
import type { WorkItem } from './work-item.ts'
import { findState } from './workflow.ts'

/** The rules an item is checked against. */
export type ItemRules = {
  readonly type: ItemType
  readonly fieldsById: ReadonlyMap<Id<'CustomField'>, CustomField>
  readonly labelIds: ReadonlySet<Id<'Label'>>
}

/** The longest title, and line of a checklist. */
export const TITLE_MAX = 500
/** The longest description. */
export const TEXT_MAX = 100_000
const LABELS_MAX = 50
/** A hundred years of eight-hour days: beyond it somebody mistyped. */
const EFFORT_MAX_MIN = 100 * 250 * 480

/** Whether the item, as it would be, is sound and has what its state requires. */
export function checkItem(item: WorkItem, rules: ItemRules): Result<WorkItem> {
  const refusal =
    checkText(item) ??
    checkDates(item) ??
    checkNumbers(item) ??
    checkReferences(item, rules) ??
    checkRequired(item, rules)
  return refusal ? err(refusal) : ok(item)
}

function checkText(item: WorkItem): Refusal | null {
  if (item.title.trim() === '') return { code: 'work.title_missing' }
  if (item.title.length > TITLE_MAX)
    return { code: 'work.text_too_long', params: { field: 'title', max: TITLE_MAX } }
  if (item.description.length > TEXT_MAX)
    return { code: 'work.text_too_long', params: { field: 'description', max: TEXT_MAX } }
  return null
}

function checkDates(item: WorkItem): Refusal | null {
  for (const date of [item.startsOn, item.dueOn]) {
    if (date !== null && !isPlainDate(date)) return { code: 'work.date_wrong', params: { date } }
  }
  if (item.startsOn !== null && item.dueOn !== null && item.startsOn > item.dueOn) {
    return { code: 'work.dates_reversed', params: { startsOn: item.startsOn, dueOn: item.dueOn } }
  }
  return null
}

function checkNumbers(item: WorkItem): Refusal | null {
  for (const effort of [item.effortMin, item.effortLowMin, item.effortHighMin]) {
    if (effort !== null && !(Number.isInteger(effort) && effort >= 0 && effort <= EFFORT_MAX_MIN)) {
      return { code: 'work.effort_wrong', params: { effort } }
    }
  }
  const { effortLowMin: low, effortHighMin: high } = item
  if (low !== null && high !== null && low > high) return { code: 'work.effort_range_reversed' }
  if (item.costOfDelayMinor !== null && !Number.isSafeInteger(item.costOfDelayMinor)) {
    return { code: 'work.money_wrong', params: { amount: item.costOfDelayMinor } }
  }
  return null
}

function checkReferences(item: WorkItem, rules: ItemRules): Refusal | null {
  if (!AREAS_OF_INTEREST.includes(item.area))
    return { code: 'work.area_unknown', params: { area: item.area } }
  if (item.labelIds.length > LABELS_MAX) return { code: 'work.too_many_labels', params: { max: LABELS_MAX } }
  if (item.labelIds.some((id) => !rules.labelIds.has(id))) return { code: 'work.label_unknown' }
  for (const [id, value] of Object.entries(item.fields)) {
    const field = rules.fieldsById.get(id)
    if (!field) return { code: 'work.field_unknown', params: { field: id } }
    // What was worked out stands with the item and was given by nobody: see `refuseComputed` for what is given.
    if (isComputed(field)) continue
    const checked = checkFieldValue(field, value)
    if (!checked.ok) return checked.refusal
  }
  return null
}

/** A field among those given that is worked out from others, so that nobody can fill it in. */
export function refuseComputed(
  fields: Readonly<Record<string, unknown>> | undefined,
  { fieldsById }: Pick<ItemRules, 'fieldsById'>,
): Refusal | null {
  for (const id of Object.keys(fields ?? {})) {
    const field = fieldsById.get(id)
    if (field && isComputed(field)) return { code: 'work.field_computed', params: { field: field.name } }
  }
  return null
}

function checkRequired(item: WorkItem, rules: ItemRules): Refusal | null {
  const missing = (rules.type.required[item.stateId] ?? []).filter((field) => isMissing(item, field, rules))
  return missing.length === 0
    ? null
    : { code: 'work.field_required', params: { fields: missing, state: stateName(item, rules) } }
}

function stateName({ stateId }: WorkItem, { type }: ItemRules): string {
  return findState(type.workflow, stateId)?.name ?? stateId
}

function isMissing(item: WorkItem, field: RequirableField, rules: ItemRules): boolean {
  switch (field) {
    case 'description':
      return item.description.trim() === ''
    case 'responsibleId':
    case 'accountableId':
    case 'dueOn':
    case 'startsOn':
    case 'effortMin':
      return item[field] === null
    default: {
      const key = field.slice('field:'.length)
      const custom = [...rules.fieldsById.values()].find((candidate) => candidate.key === key)
      return custom !== undefined && !isComputed(custom) && item.fields[custom.id] === undefined
    }
  }
}
