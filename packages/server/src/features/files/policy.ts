import { type Access, demand, refuse } from '../../platform/commands/index.ts'
import type { Place } from './queries/find-places.ts'

/** What a file is attached to, as somebody named it. */
export type WantedPlace = { readonly kind: 'item' | 'container'; readonly id: string }

/** The one place that is named, be it an item or a container. */
export function placeOf(input: {
  readonly itemId?: string | undefined
  readonly containerId?: string | undefined
}): WantedPlace {
  const { itemId, containerId } = input
  if (itemId !== undefined && containerId === undefined) return { kind: 'item', id: itemId }
  if (containerId !== undefined && itemId === undefined) return { kind: 'container', id: containerId }
  return refuse('platform.input_wrong', { detail: 'name either itemId or containerId' })
}

/** The place, when the person may do this there; otherwise it is refused or as if it were not there. */
export function demandPlace(
  access: Access,
  places: ReadonlyMap<string, Place>,
  wanted: WantedPlace & { readonly permission: 'container.read' | 'item.write' },
): Place {
  const { kind, permission } = wanted
  const found = places.get(wanted.id)
  const place = found?.kind === kind ? found : undefined
  demand(access, { permission, containerIds: place?.container_ids ?? [], what: kind })
  return place ?? refuse('platform.not_found', { what: kind })
}

/** The place, when the person may attach files to it; archived ones rest. */
export function demandOpenPlace(
  access: Access,
  places: ReadonlyMap<string, Place>,
  wanted: WantedPlace,
): Place {
  const place = demandPlace(access, places, { ...wanted, permission: 'item.write' })
  if (!place.is_archived) return place
  return place.kind === 'item'
    ? refuse('work.archived', { key: place.name })
    : refuse('work.container_archived', { name: place.name })
}
