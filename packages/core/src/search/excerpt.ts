import type { IsHit } from './question.ts'
import { wordsOf } from './words.ts'

/** A piece of a text; pieces in their order are the text. */
export type TextPart = { readonly text: string; readonly isHit: boolean }

/** Before the first hit this much is shown, so that it stands in its sentence. */
const LEAD = 50
const LENGTH = 180
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** A text in pieces, those that were asked for told apart. */
export function markHits(text: string, isHit: IsHit): readonly TextPart[] {
  const parts: TextPart[] = []
  const add = (piece: string, hit: boolean) => {
    const last = parts.at(-1)
    if (piece === '') return
    if (last?.isHit === hit) parts[parts.length - 1] = { text: last.text + piece, isHit: hit }
    else parts.push({ text: piece, isHit: hit })
  }
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    add(text.slice(from, match.index), false)
    add(word, wordsOf(word).some(isHit))
    from = match.index + word.length
  }
  add(text.slice(from), false)
  return parts
}

/** The place in a text where the first of the words stands, with what is around it; null when none does. */
export function excerptOf(markdown: string, isHit: IsHit): readonly TextPart[] | null {
  const text = withoutMarks(markdown)
  const first = text.matchAll(WORD).find(([word]) => wordsOf(word).some(isHit))
  if (!first) return null
  const start = first.index <= LEAD ? 0 : nextWord(text, first.index - LEAD, first.index)
  const end = start + LENGTH >= text.length ? text.length : wordEnd(text, start + LENGTH)
  const piece = text.slice(start, Math.max(end, first.index + first[0].length))
  const rest = start + piece.length < text.length
  return markHits(`${start > 0 ? '… ' : ''}${piece.trim()}${rest ? ' …' : ''}`, isHit)
}

/** Where the next word begins, at the latest where the hit does. */
function nextWord(text: string, from: number, hit: number): number {
  const blank = text.indexOf(' ', from)
  return blank === -1 || blank >= hit ? hit : blank + 1
}

function wordEnd(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at)
  return blank <= 0 ? at : blank
}

/** Markdown read as running text: without the signs that only say how it looks. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/^[ \t]{0,8}(?:#{1,6}|>|[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, '')
    .replace(/[*`|]+|~~|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
