import { language } from './language.ts'

/** What a part of the interface says: sentences, lists of them, and functions that make one. */
export type Words = { readonly [name: string]: Said }
type Said = string | ((...parts: never[]) => unknown) | readonly Said[] | Words | number | null

/** The same words in another language: every one of them, with the same parameters. */
export type Translated<T> = T extends string
  ? string
  : T extends (...parts: infer Parts) => infer Answer
    ? (...parts: Parts) => Translated<Answer>
    : { readonly [Name in keyof T]: Translated<T[Name]> }

/** All words of a language, by the files that hold them below `src`, and its refusals. */
export type Catalogue = Readonly<Record<string, unknown>>

// The platform knows no language by name: it opens the one that lies there. The file holds everything
// that the language says, and imports nothing at run time, so that it is there before all else.
const files = import.meta.glob<Catalogue>('../../app/languages/*.ts', { import: 'catalogue' })

/**
 * Read before anything that says something: whatever imports `words` waits for it. English is where it is
 * used, and is waited for by nobody.
 */
const catalogue: Catalogue | undefined = await files[`../../app/languages/${language}.ts`]?.()

/** Finds words in a catalogue; without one they are English. */
export function wordsFrom(catalogue: Catalogue | undefined) {
  /**
   * The words of a part in the page's language.
   *
   * @param name the path of the file below `src`, without its ending; `refusals` for those of the contract
   * @param english what the file says
   */
  return <const T>(name: string, english: T): T => {
    // A translation has the shape of the English: the types of `*.de.ts` and a test see to that.
    return (catalogue?.[`./${name}.${language}.ts`] ?? catalogue?.[name] ?? english) as T
  }
}

/** The words of everything but plans. */
export const words = wordsFrom(catalogue)

/** Words that are looked up by a name from elsewhere, which may have none. */
export function named(each: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return each
}
