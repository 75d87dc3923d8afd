import type { Tree } from './source.ts'
import type { Violation } from './violation.ts'

const LANGUAGE = /^packages\/web\/src\/app\/languages\/([\w-]+)\.ts$/
const ENGLISH = /^packages\/web\/src\/(.*\/texts[^/.]*)\.ts$/

/** Every file of words is read by its own name, so that a translation can take its place, and has one in every language. */
export function checkTranslations(tree: Tree): Violation[] {
  const languages = [...tree.keys()].flatMap((file) => LANGUAGE.exec(file)?.[1] ?? [])
  return [...tree].flatMap(([file, text]) => {
    const name = ENGLISH.exec(file)?.[1]
    if (name === undefined) return []
    const isRead = new RegExp(`\\bwords(?:<[^(]*>)?\\(\\s*'${name}'`).test(text)
    const problems = [
      ...(isRead ? [] : [`its words must be read with words('${name}', …)`]),
      ...languages
        .filter((tag) => !tree.has(file.replace(/\.ts$/, `.${tag}.ts`)))
        .map((tag) => `it has no translation beside it in a file ending in .${tag}.ts`),
    ]
    return problems.map((detail) => ({ rule: 'translation', file, line: 1, detail }))
  })
}
