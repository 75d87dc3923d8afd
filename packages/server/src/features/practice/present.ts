import type { PracticeView } from '@millrace/contract'
import { isSameDescription } from '@millrace/core/practice'
import type { PracticeName } from './queries/find-names.ts'
import type { PracticeParts } from './queries/find-parts.ts'
import type { Practice } from './store/practices.ts'

/** A practice as everybody sees it. */
export function presentPractice(
  practice: Practice,
  about: { readonly parts: PracticeParts | undefined; readonly names: readonly PracticeName[] },
): PracticeView {
  const { inputs = [], outputs = [], after = [], published = null } = about.parts ?? {}
  return {
    ...{ ...practice, inputs, outputs, after },
    formerNames: about.names.flatMap(({ name, isFormer }) => (isFormer ? [name] : [])),
    publishedNumber: published?.number ?? null,
    isChanged: published === null || !isSameDescription(published.description, practice.description),
  }
}
