import { addDays, err, type Id, ok, type PlainDate, type Result } from '../kernel/index.ts'
import { type ItemRules, TEXT_MAX } from './check-item.ts'
import type { NewWorkItem } from './create.ts'
import { checkFieldValue } from './custom-field.ts'
import type { TypeDefaults } from './item-type.ts'

type Known = Pick<ItemRules, 'fieldsById' | 'labelIds'>

/**
 * Whether defaults can stand in an item.
 *
 * @returns refused with `work.text_too_long`, `work.label_unknown`, `work.field_unknown`,
 *   `work.field_computed` or `work.field_value_wrong`
 */
export function checkDefaults(defaults: TypeDefaults, { fieldsById, labelIds }: Known): Result<TypeDefaults> {
  if ((defaults.description ?? '').length > TEXT_MAX) {
    return err({ code: 'work.text_too_long', params: { field: 'description', max: TEXT_MAX } })
  }
  if (defaults.labelIds?.some((id) => !labelIds.has(id))) return err({ code: 'work.label_unknown' })
  for (const [id, value] of Object.entries(defaults.fields ?? {})) {
    const field = fieldsById.get(id)
    if (!field) return err({ code: 'work.field_unknown', params: { field: id } })
    const checked = checkFieldValue(field, value)
    if (!checked.ok) return checked
  }
  return ok(defaults)
}

/** Who makes an item, and on which day of the organisation. */
export type Making = { readonly makerId: Id<'Person'> | null; readonly today: PlainDate }

/**
 * The item as it is to be made: what was said about it, and the defaults of its type for the rest. A
 * default that has lost its field, choice or label since is passed over, so that it never stands in the way.
 */
export function withDefaults<Input extends NewWorkItem>(
  input: Input,
  defaults: TypeDefaults,
  { makerId, today, fieldsById, labelIds }: Making & Known,
): Input {
  // A norm is of plans: see `changeItemPlan`.
  const { responsibleId, dueInDays, fields = {}, labelIds: labels, ...rest } = defaults
  const { normMin: _normMin, normUnit: _normUnit, ...plain } = rest
  const from = input.startsOn && input.startsOn > today ? input.startsOn : today
  const fitting = Object.entries(fields).filter(([id, value]) => {
    const field = fieldsById.get(id)
    return field !== undefined && checkFieldValue(field, value).ok
  })
  const wished = {
    ...plain,
    responsibleId: responsibleId === 'maker' ? (makerId ?? undefined) : responsibleId,
    dueOn: dueInDays === undefined ? undefined : addDays(from, dueInDays),
    labelIds: labels?.filter((id) => labelIds.has(id)),
  }
  const said = Object.entries(input).filter(([, value]) => value !== undefined)
  // What was said stands over what is usual, field by field.
  return {
    ...wished,
    ...Object.fromEntries(said),
    ...(fitting.length > 0 ? { fields: { ...Object.fromEntries(fitting), ...input.fields } } : {}),
  } as Input
}
