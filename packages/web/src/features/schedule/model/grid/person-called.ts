import type { GridPerson } from './ground.ts'

/** By name or e-mail address, in any case; a beginning that only one has is enough. */
export function personCalled(text: string, people: readonly GridPerson[]): GridPerson | undefined {
  const wanted = text.toLowerCase()
  const exact = people.find(({ name, email }) => name.toLowerCase() === wanted || email === wanted)
  if (exact) return exact
  const begun = people.filter(({ name }) => name.toLowerCase().startsWith(wanted))
  return begun.length === 1 ? begun[0] : undefined
}
