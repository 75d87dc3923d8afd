import { findFeelProblem } from '@millrace/core/process'
import { describeTexts as texts } from '../texts-describe.ts'
import { sayProblem } from './finding-words.ts'

/** What is wrong with a text, in words, and the part of it that is meant. */
export type SaidProblem = { readonly sentence: string; readonly from: number; readonly to: number }

/** What is wrong with an expression, and where; null: nothing, or there is none. */
export function feelProblem(text: string): SaidProblem | null {
  const problem = findFeelProblem(text)
  if (problem === null) return null
  const { code, params, from, to } = problem
  // Whatever breaks off is told so.
  const said = params['found'] === '' ? { ...params, found: texts.theEnd } : params
  return { sentence: sayProblem(code, said), from, to }
}
