/** A language of the interface by its BCP 47 tag. English is the one that every word exists in first. */
export type Language = 'en' | 'de'

/** How a language is called by those who speak it, whose way of writing numbers and dates goes with it, and where its lines begin. */
export type LanguageFacts = {
  readonly name: string
  /** For `Intl`. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

/** Every language that people may choose. One more is an entry here and its words: see docs/translating.md. */
export const languages: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
}

/** The tags of all languages, in the order in which they are offered. */
export const LANGUAGES = ['en', 'de'] as const satisfies readonly Language[]

/** The first wish that is a language of ours, by its primary part (RFC 4647 §3.4): `de-CH` gives `de`. English otherwise. */
export function pickLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const primary = wish.toLowerCase().split('-')[0]
    const found = LANGUAGES.find((tag) => tag === primary)
    if (found) return found
  }
  return 'en'
}

/** What a request's `Accept-Language` asks for (RFC 9110 §12.5.4). English when it asks for nothing. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',', WISHES_MAX).flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/)
    const weight = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1)
    return tag === '' || !(weight > 0) ? [] : [{ tag, weight }]
  })
  return pickLanguage(wishes.toSorted((a, b) => b.weight - a.weight).map(({ tag }) => tag))
}

/** Nobody speaks more. */
const WISHES_MAX = 20
