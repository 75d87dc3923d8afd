import type { House, Word } from './house.ts'
import type { Tree } from './source.ts'
import type { Violation } from './violation.ts'

/** Looks for the words of house.json that must not be in the repository. The list itself may hold them. */
export function checkWords(house: House, tree: Tree): Violation[] {
  return [...tree].flatMap(([file, text]) => {
    const words = house.words.filter(({ where }) => where === '.' || file.startsWith(where))
    if (words.length === 0 || file === 'house.json') return []
    const lines = text.split('\n')
    return words.flatMap((word) => findWord(word, file, lines))
  })
}

function findWord({ pattern, advice }: Word, file: string, lines: readonly string[]): Violation[] {
  const word = new RegExp(pattern)
  return lines.flatMap((line, index) =>
    word.test(line)
      ? [{ rule: 'word', file, line: index + 1, detail: `${word.exec(line)?.[0].trim()}: ${advice}` }]
      : [],
  )
}
