import { foldText } from '@millrace/core/work'
import type { Problem } from './problem-list.ts'
import type { KnownPerson } from './queries/read-surroundings.ts'

/** Somebody a file names who is not known here. */
export type Placeholder = { readonly id: string; readonly name: string; readonly email: string | null }

/** Whom a name means; without `personId` somebody who has to be made first. */
export type PersonMatch = {
  readonly written: string
  readonly name: string
  readonly personId: string | null
}

/** What matching people needs besides the people. */
export type MatchingRules = {
  /** The id for somebody new, the same for the same text. */
  readonly newId: (what: string) => string
  readonly unknown: 'placeholder' | 'leave'
}

/** Where a name stands, and who is told when nobody can be meant. */
export type Mention = {
  readonly line: number | null
  readonly column?: string | undefined
  readonly tell: (problem: Problem) => void
}

/** Finds out whom names mean. */
export type PeopleMatcher = {
  /** The id of the person, made up for a placeholder; null when nobody is meant. */
  readonly find: (
    written: { readonly name: string; readonly email?: string | undefined },
    mention: Mention,
  ) => string | null
  /** Who has to be made. */
  readonly placeholders: () => readonly Placeholder[]
  /** Everybody who was asked for, in the order of first mention. */
  readonly matches: () => readonly PersonMatch[]
}

const EMAIL = /[^\s@<>,;()]{1,64}@[^\s@<>,;()]{1,190}\.[^\s@<>,;.()]{2,24}/
const NAME_MAX = 120
/** A file with more people than this has something else in that column. */
const PEOPLE_MAX = 5_000

/**
 * Matches by e-mail, else by name without regard to case and accents. A name that two people have
 * means the one who can sign in, else the one who was here first.
 */
export function createPeopleMatcher(people: readonly KnownPerson[], rules: MatchingRules): PeopleMatcher {
  const known = indexPeople(people)
  const matches = new Map<string, PersonMatch & { readonly id: string | null }>()
  const placeholders = new Map<string, Placeholder>()

  function meet(written: string, email: string | undefined): PersonMatch & { readonly id: string | null } {
    const address = (EMAIL.exec(email ?? '') ?? EMAIL.exec(written))?.[0].toLowerCase()
    const name = nameIn(written) || (address ?? written)
    const person =
      (address === undefined ? undefined : known.byEmail.get(address)) ?? known.byName.get(foldText(name))
    if (person) return { written, name: person.name, personId: person.id, id: person.id }
    if (rules.unknown === 'leave') return { written, name, personId: null, id: null }
    const id = rules.newId(address ?? foldText(name))
    placeholders.set(id, { id, name: name.slice(0, NAME_MAX), email: address ?? null })
    return { written, name, personId: null, id }
  }

  return {
    find: ({ name, email }, { line, column, tell }) => {
      const written = name.trim()
      if (written === '' && (email ?? '') === '') return null
      const key = `${written}\n${email ?? ''}`
      const before = matches.get(key)
      if (!before && matches.size >= PEOPLE_MAX) {
        const params = { name: written, max: PEOPLE_MAX }
        tell({ code: 'import.people_too_many', severity: 'warning', line, column, params })
        return null
      }
      const match = before ?? meet(written, email)
      matches.set(key, match)
      if (match.id === null)
        tell({
          code: 'import.person_unknown',
          severity: 'warning',
          line,
          column,
          params: { name: written },
        })
      return match.id
    },
    placeholders: () => [...placeholders.values()],
    matches: () => [...matches.values()].map(({ id: _id, ...match }) => match),
  }
}

/** The name in `Ann Lee <ann@example.org>`, or the whole text. */
function nameIn(written: string): string {
  return written
    .replace(EMAIL, '')
    .replace(/[<>()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function indexPeople(people: readonly KnownPerson[]) {
  const byEmail = new Map<string, KnownPerson>()
  const byName = new Map<string, KnownPerson>()
  for (const person of people) {
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person)
    const folded = foldText(person.name.trim())
    const before = byName.get(folded)
    if (!before || (before.status !== 'active' && person.status === 'active')) byName.set(folded, person)
  }
  return { byEmail, byName }
}
