type Named = { readonly id: string; readonly name: string }

/** A call that is being typed: where its `@` stands, and what has been typed after it. */
export type OpenMention = { readonly at: number; readonly text: string }

/** No name is longer, so a lone `@` far back is none. */
const NAME_MAX = 60

/** The call that the cursor stands in, if it does. */
export function openMention(text: string, cursor: number): OpenMention | null {
  const before = text.slice(0, cursor)
  const at = before.lastIndexOf('@')
  if (at < 0 || cursor - at > NAME_MAX) return null
  const isInWord = at > 0 && !/[\s([]/.test(before.charAt(at - 1))
  const typed = before.slice(at + 1)
  return isInWord || typed.includes('\n') ? null : { at, text: typed }
}

/** People whose name, or a word of it, begins with what was typed. Nothing typed: all of them. */
export function mentionCandidates<Person extends Named>(
  typed: string,
  people: readonly Person[],
): readonly Person[] {
  const wanted = typed.trim().toLowerCase()
  return people
    .filter(({ name }) => {
      const known = name.toLowerCase()
      return known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted))
    })
    .slice(0, 8)
}

/** The text with the open call completed, and where the cursor is then. */
export function completeMention(text: string, open: OpenMention, name: string) {
  const head = `${text.slice(0, open.at)}@${name} `
  return { text: head + text.slice(open.at + 1 + open.text.length), cursor: head.length }
}

/** Ids of the people whose names stand behind an `@` in the text. The longest name wins. */
export function mentionedIds(text: string, people: readonly Named[]): readonly string[] {
  return spans(text, people)
    .map(({ person }) => person.id)
    .filter((id, index, all) => all.indexOf(id) === index)
}

/** The text with the calls set in bold, so that they are seen. */
export function markMentions(text: string, people: readonly Named[]): string {
  let marked = ''
  let from = 0
  for (const { at, person } of spans(text, people)) {
    const end = at + 1 + person.name.length
    marked += `${text.slice(from, at)}**${text.slice(at, end)}**`
    from = end
  }
  return marked + text.slice(from)
}

function spans(text: string, people: readonly Named[]) {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  const found: { readonly at: number; readonly person: Named }[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(
      ({ name }) => text.startsWith(name, at + 1) && !/\w/.test(text.charAt(at + 1 + name.length)),
    )
    if (person) found.push({ at, person })
  }
  return found
}
