import type { PlanInput, PlanResource } from '@millrace/core/schedule'
import type { FilePlan, FileResource } from '@millrace/formats/plan'

/** Who or what works in several files, and in which of them, by their places; the first says how much of it there is. */
export type SharedResource = { readonly name: string; readonly places: readonly number[] }

/** Plans of files over one pool of resources. Each id says by its beginning which file it is of. */
export type Pool = {
  readonly plans: readonly FilePlan[]
  /** Those who work, each once. */
  readonly resources: readonly PlanResource[]
  readonly shared: readonly SharedResource[]
  /** By the places of the files: what they themselves call a resource of the pool. */
  readonly ownIds: readonly ReadonlyMap<string, string>[]
}

/** Marks an id as one of the file at a place. */
export function idIn(place: number, id: string): string {
  return `${place} ${id}`
}

/** An id as its own file knows it, and the place of that file. */
export function readIdIn(id: string): { readonly place: number; readonly id: string } {
  const end = id.indexOf(' ')
  return { place: Number(id.slice(0, end)), id: id.slice(end + 1) }
}

/**
 * Puts plans of files over one pool: numbers of resources mean something within their file only, so that those of
 * the same name are the same. Material and costs are no part of it: nothing waits for them.
 */
export function sharePool(files: readonly FilePlan[]): Pool {
  const firstOf = new Map<string, string>()
  const placesOf = new Map<string, { readonly name: string; readonly places: Set<number> }>()
  const resources: PlanResource[] = []
  const ownIds: ReadonlyMap<string, string>[] = []
  const plans = files.map((file, place) => {
    const pooled = new Map<string, string>()
    for (const resource of file.resources.filter(({ kind }) => kind === 'work')) {
      const own = idIn(place, resource.id)
      const key = nameKey(resource)
      const first = (key === '' ? undefined : firstOf.get(key)) ?? own
      if (key !== '') firstOf.set(key, first)
      pooled.set(resource.id, first)
      if (first === own) resources.push(pooledOf(resource, own, { file, place }))
      const found = placesOf.get(first) ?? { name: resource.name, places: new Set<number>() }
      placesOf.set(first, found)
      found.places.add(place)
    }
    ownIds.push(new Map([...pooled].map(([id, first]) => [first, id])))
    return withOwnIds(file, { place, pooled })
  })
  const shared = [...placesOf.values()].filter(({ places }) => places.size > 1)
  return {
    plans,
    resources,
    ownIds,
    shared: shared.map(({ name, places }) => ({ name, places: [...places] })),
  }
}

function nameKey({ name }: FileResource): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

type Place = { readonly file: FilePlan; readonly place: number }

function pooledOf(
  { maxUnits, changes, calendarId }: FileResource,
  id: string,
  { file, place }: Place,
): PlanResource {
  return {
    ...{ id, kind: 'person', maxUnits },
    ...(changes === undefined ? {} : { changes }),
    calendarId: idIn(place, calendarId ?? file.input.options.calendarId),
  }
}

type Ids = { readonly place: number; readonly pooled: ReadonlyMap<string, string> }

/** A plan whose ids no other file has; what levelling put off in it is forgotten. */
function withOwnIds(file: FilePlan, { place, pooled }: Ids): FilePlan {
  const own = (id: string) => idIn(place, id)
  return {
    ...file,
    input: inputWith(file.input, own),
    rows: file.rows.map((row) => ({ ...row, id: own(row.id) })),
    assignments: file.assignments.flatMap((one) => {
      const resourceId = pooled.get(one.resourceId ?? '')
      return resourceId === undefined
        ? []
        : [{ ...one, id: own(one.id), itemId: own(one.itemId), resourceId }]
    }),
  }
}

function inputWith(input: PlanInput, own: (id: string) => string): PlanInput {
  const ownOrNull = (id: string | null) => (id === null ? null : own(id))
  return {
    tasks: input.tasks.map((task) => ({
      ...task,
      id: own(task.id),
      parentId: ownOrNull(task.parentId),
      calendarId: ownOrNull(task.calendarId),
      ...(task.resourceCalendarIds === undefined
        ? {}
        : { resourceCalendarIds: task.resourceCalendarIds.map(own) }),
      levelledAt: null,
    })),
    links: input.links.map((link) => ({
      ...link,
      ...{ id: own(link.id), fromId: own(link.fromId), toId: own(link.toId) },
    })),
    calendars: input.calendars.map((one) => ({ ...one, id: own(one.id), baseId: ownOrNull(one.baseId) })),
    options: { ...input.options, calendarId: own(input.options.calendarId) },
  }
}
