/** Words for values of parameters that are names of ours, by parameter and value: `what`, `item`. */
export type ParamWords = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Fills the places of a sentence: `{key} is archived` and `{ key: 'TWR-1' }` give `TWR-1 is archived`. */
export function fillSentence(sentence: string, params: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) return place
    if (Array.isArray(value)) return value.join(', ')
    return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}` // Nothing else is JSON.
  })
}

/** Parameters with the words of a language in place of names of ours. What has none stays. */
export function wordParams(
  params: Readonly<Record<string, unknown>>,
  words: ParamWords,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const known = words[name]
      if (!known) return [name, value]
      return [name, Array.isArray(value) ? value.map((each) => wordOf(known, each)) : wordOf(known, value)]
    }),
  )
}

function wordOf(known: Readonly<Record<string, string>>, value: unknown): unknown {
  return typeof value === 'string' ? (known[value] ?? value) : value
}
