import {
  LANGUAGES,
  type Language,
  type LanguageFacts,
  languages,
  pickLanguage,
} from '@millrace/contract/languages'

const KEY = 'millrace.language'

/**
 * English with its lines from right to left: shows whoever works on the interface, and the tests, what
 * mirrors. It is not offered to people. The tag is the one that is usual for a mirrored sham language.
 */
export const MIRRORED = 'qps-plocm'

const isBrowser = typeof document !== 'undefined'

function storedLanguage(): string | null {
  return isBrowser ? localStorage.getItem(KEY) : null
}

/** The language of this page: the one chosen in this browser, else the first of the browser's that we have. */
export const language: Language =
  storedLanguage() === MIRRORED
    ? 'en'
    : pickLanguage([storedLanguage() ?? '', ...(isBrowser ? navigator.languages : [])])

/** How the page's language writes, and where its lines begin. */
export const languageFacts: LanguageFacts =
  storedLanguage() === MIRRORED ? { ...languages.en, direction: 'rtl' } : languages[language]

/** Every language on offer, with the name that its speakers give it. */
export const offeredLanguages: readonly { readonly tag: Language; readonly name: string }[] = LANGUAGES.map(
  (tag) => ({ tag, name: languages[tag].name }),
)

/** Says to the browser what the page is written in, for hyphens, voices and the direction of lines. */
export function announceLanguage(): void {
  document.documentElement.lang = language
  document.documentElement.dir = languageFacts.direction
}

/** Whether this browser was told a language, other than by its own settings. */
export function isLanguageChosen(): boolean {
  return storedLanguage() !== null
}

/**
 * Chooses a language for this browser; null leaves it to the browser's settings. Words are read when the
 * program starts: another language loads the page anew.
 *
 * @returns whether the page is being loaded anew
 */
export function chooseLanguage(tag: Language | null): boolean {
  if (tag === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, tag)
  const wanted = tag ?? pickLanguage(navigator.languages)
  // Where the browser keeps nothing, loading anew would go on for ever.
  if (wanted === language || localStorage.getItem(KEY) !== tag) return false
  window.location.reload()
  return true
}
