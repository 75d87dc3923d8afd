import type { UnaryTests } from '../../feel/syntax/expression.ts'

/** One of several tests, as it is written. */
export type OrderedTest = { readonly text: string }

/** The tests of an entry one by one, in their order. */
export function separateTests(text: string, tree: UnaryTests | null): readonly OrderedTest[] {
  if (tree === null || tree.kind === 'any' || tree.isNegated) return []
  return tree.tests.map(({ from, to }) => ({ text: text.slice(from, to) }))
}
