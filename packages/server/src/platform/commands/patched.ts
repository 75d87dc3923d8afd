/** New values for some fields; what is left out, or there as `undefined`, stays. */
type Patch<Thing> = { readonly [Field in keyof Thing]?: Thing[Field] | undefined }

/** A thing with new values for some of its fields. */
export function patched<Thing extends object>(thing: Thing, patch: Patch<Thing>): Thing {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...thing, ...Object.fromEntries(given) }
}
