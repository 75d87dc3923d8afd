import type { CasePlanItemView, CriterionPartView } from '@millrace/contract'
import { sentenceTexts as texts } from '../texts-sentence.ts'

const PLAN: Readonly<Record<string, (name: string) => string>> = texts.plan
const FILE: Readonly<Record<string, (name: string) => string>> = texts.file

/** One part of a criterion in words, to stand behind "when". */
export function sayPart(part: CriterionPartView): string {
  switch (part.on) {
    case 'if':
      return texts.condition(part.expression)
    case 'file':
      return FILE[part.transition]?.(part.name) ?? part.name
    case 'plan': {
      if (part.transition === 'occur' && part.kind !== 'milestone') return texts.happened(part.name)
      return PLAN[part.transition]?.(part.kind === null ? texts.theCase : part.name) ?? part.name
    }
  }
}

/** Why something is here, in a sentence. */
export function sayCause(
  cause: NonNullable<CasePlanItemView['cause']>,
  nameOf: (id: string) => string,
): string {
  if (cause.kind !== 'person') return texts.cause[cause.kind]
  return cause.personId === null ? texts.cause.nobody : texts.cause.person(nameOf(cause.personId))
}
