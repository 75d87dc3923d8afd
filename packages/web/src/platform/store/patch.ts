/** The entity with the patch's given values. */
export function applyPatch<T extends object>(entity: T, patch: object): T {
  const given = Object.entries(patch).filter(([key, value]) => value !== undefined && key in entity)
  return { ...entity, ...Object.fromEntries(given) }
}

/** What the entity holds now in the places a patch would change: the patch that takes it back. */
export function pickOld<T extends object, P extends object>(entity: T, patch: P): P {
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(entity))
  const kept = Object.keys(patch).filter((key) => key in entity)
  // The values come from the entity's own fields, which the patch's fields are named after.
  return Object.fromEntries(kept.map((key) => [key, values[key]])) as P
}
