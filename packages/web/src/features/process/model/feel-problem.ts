import { sayProblem } from './finding-words.ts'
import { compileFeelHere } from './read-model.ts'

/** What is wrong with an expression, in words; null: nothing, or there is none. */
export function feelProblem(text: string): string | null {
  if (text.trim() === '') return null
  const compiled = compileFeelHere({ text, language: null })
  return compiled.ok ? null : sayProblem(compiled.fault)
}
