import { type FeelContext, type FeelValue, isList, toJson } from '../../decision/index.ts'
import type { FeelMoment } from '../feel/feel-expressions.ts'
import { type ExpressionRead, type FormExpression, readExpression } from './form-expression.ts'

type Piece = string | FormExpression

/** A text with expressions in it. */
export type FormTemplate = { readonly pieces: readonly Piece[] }

/** Where an expression stands in a text, and what came of it. */
export type ReadPiece = { readonly read: ExpressionRead; readonly from: number }

/** A text, cut at its expressions: `{{ … }}`. */
export function readTemplate(text: string, homonyms: readonly string[]): readonly (string | ReadPiece)[] {
  const pieces: (string | ReadPiece)[] = []
  let at = 0
  for (const match of text.matchAll(/\{\{((?:(?!\}\})[\s\S])*)\}\}/g)) {
    pieces.push(text.slice(at, match.index))
    pieces.push({ read: readExpression(match[1] ?? '', homonyms), from: match.index + 2 })
    at = match.index + match[0].length
  }
  return [...pieces, text.slice(at)]
}

/** What a text says with these values. */
export function sayTemplate({ pieces }: FormTemplate, values: FeelContext, at: FeelMoment): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : textOf(piece.evaluate(values, at).value)))
    .join('')
}

function textOf(value: FeelValue): string {
  if (value === null) return ''
  if (isList(value)) return value.map(textOf).join(', ')
  const json = toJson(value)
  return typeof json === 'string' ? json : JSON.stringify(json)
}
