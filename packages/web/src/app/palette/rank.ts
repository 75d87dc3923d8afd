import { foldText } from '@millrace/core/work'

/**
 * How well a text answers what was typed: 0 is not at all. The whole text beats its beginning, that
 * beats the beginning of a word, that beats the middle; several words must all be found.
 */
export function rank(text: string, typed: string): number {
  const words = foldText(typed).split(' ').filter(Boolean)
  if (words.length === 0) return 1
  const folded = foldText(text)
  if (folded === words.join(' ')) return 100
  const ranks = words.map((word) => rankWord(folded, word))
  if (ranks.includes(0)) return 0
  const sum = ranks.reduce((total, each) => total + each, 0)
  // Of two equal matches the shorter text is more likely what was meant.
  return sum / words.length - Math.min(folded.length, 200) / 1000
}

function rankWord(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at === 0) return 50
  if (at > 0 && /[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 30
  if (text.includes(` ${word}`)) return 30
  return at > 0 ? 10 : 0
}
