import type { Refusal } from '@millrace/core/kernel'
import { customFieldOf, type GroupField } from './group-field.ts'
import type { Lookup } from './lookup.ts'
import type { ViewSettings } from './view-settings.ts'

/** Parts of a view that can name a field. */
export type ViewPart = 'filter' | 'group' | 'lanes' | 'sort' | 'columns'

/**
 * The parts of a view that name a field which this person does not see, or which is gone: they are
 * left out of what is shown.
 *
 * @param refusal why the view's own filter cannot be applied, if it cannot
 */
export function unseenParts(
  settings: ViewSettings,
  { fields, refusal }: Pick<Lookup, 'fields'> & { readonly refusal: Refusal | null },
): readonly ViewPart[] {
  const isOwn = (name: string): name is GroupField => name.startsWith('field.')
  const isUnseen = (name: string) => isOwn(name) && customFieldOf(name, fields) === undefined
  const named: Readonly<Record<Exclude<ViewPart, 'filter'>, readonly string[]>> = {
    group: [settings.group],
    lanes: settings.layout === 'board' ? [settings.lanes] : [],
    sort: [settings.sort.field],
    columns: settings.layout === 'table' ? (settings.columns ?? []) : [],
  }
  const parts = (['group', 'lanes', 'sort', 'columns'] as const).filter((part) => named[part].some(isUnseen))
  return refusal?.code === 'query.field_unknown' ? ['filter', ...parts] : parts
}
