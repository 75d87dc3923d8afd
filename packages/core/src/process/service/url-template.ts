import type { Evaluated, Expression, Variables } from '../engine/expression.ts'
import type { Template } from './service.ts'

/** Host and port stand in the model: no value of an instance leads a call elsewhere. */
const ORIGIN = /^https?:\/\/(?:\[[\da-f:.]+\]|[\p{L}\p{N}._-]+)(?::\d{1,5})?(?=[/?#]|$)/iu
const UNPLACED = /[{}\s]/
const PARTS = /\{([^{}]+)\}/
const DOTS = /^\.{1,2}$/

/**
 * Reads an address with `{…}` for values.
 *
 * @returns null where it is no address, does not name its host, or names a password in it
 */
export function readUrlTemplate(
  written: string,
  compile: (text: string) => Expression | null,
): Template | null {
  if (!ORIGIN.test(written)) return null
  const parts = written.split(PARTS)
  if (parts.some((part, place) => place % 2 === 0 && UNPLACED.test(part))) return null
  return parts.map((part, place) => (place % 2 === 0 ? part : (compile(part) ?? '')))
}

/** An address with its values, each of them one piece of it whatever signs it has. */
export function fillUrl(template: Template, variables: Variables): Evaluated {
  const parts: string[] = []
  for (const part of template) {
    if (typeof part === 'string') {
      parts.push(part)
      continue
    }
    const answer = part(variables)
    if (!answer.ok) return answer
    const piece = pieceOf(answer.value)
    if (piece === null) return { ok: false, fault: 'service.url_value' }
    parts.push(piece)
  }
  return { ok: true, value: parts.join('') }
}

/** A piece of dots alone would be a way up. */
function pieceOf(value: unknown): string | null {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  const text = isPlain ? String(value) : ''
  return text === '' || DOTS.test(text) || !text.isWellFormed() ? null : encodeURIComponent(text)
}
