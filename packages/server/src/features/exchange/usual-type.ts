import type { ImportMapping } from '@millrace/contract'
import type { ItemType } from '@millrace/core/work'
import type { Surroundings } from './queries/read-surroundings.ts'

/** The type of items for which the file names none. */
export function usualTypeOf(mapping: ImportMapping, { types, container }: Surroundings): ItemType {
  const wanted = mapping.typeId ?? container?.default_type_id
  const type = types.find(({ id }) => id === wanted) ?? types[0]
  if (!type) throw new Error('the organisation has no type of item')
  return type
}
