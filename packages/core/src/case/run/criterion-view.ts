import type { PlanItemCause, SentryPartRow } from '../engine/state.ts'
import type { CaseModel, OnPart, PlanItem, PlanItemKind, Sentry } from '../model/case-model.ts'
import { walkModel } from '../model/walk-model.ts'

/** One part of what something waits for, and whether that has come. */
export type CriterionPart =
  | {
      readonly on: 'plan'
      readonly sourceId: string
      readonly name: string
      /** Null: the case itself. */
      readonly kind: PlanItemKind | null
      readonly transition: string
      readonly isMet: boolean
    }
  | {
      readonly on: 'file'
      readonly sourceId: string
      readonly name: string
      readonly transition: string
      readonly isMet: boolean
    }
  /** Null: it is asked once the rest has come. */
  | { readonly on: 'if'; readonly expression: string; readonly isMet: boolean | null }

/** What something waits for: all its parts. */
export type Criterion = {
  readonly id: string
  readonly name: string
  readonly parts: readonly CriterionPart[]
}

/** Why something is where it is, as people are told. */
export type CauseSaid = {
  readonly kind:
    | 'criterion'
    | 'stage'
    | 'case'
    | 'around'
    | 'person'
    | 'repetition'
    | 'time'
    | 'outcome'
    | 'added'
    | 'reactivated'
  readonly parts: readonly CriterionPart[]
  readonly personId: string | null
}

/** What is called how in a plan and its case file. */
export type PlanNames = {
  readonly modelId: string
  readonly items: ReadonlyMap<string, PlanItem>
  readonly files: ReadonlyMap<string, string>
}

/** The names of a plan, by ids. */
export function namesOf(model: CaseModel): PlanNames {
  const files = new Map<string, string>()
  const visit = (file: CaseModel['file']): void => {
    for (const { id, name, children } of file) {
      files.set(id, name)
      visit(children)
    }
  }
  visit(model.file)
  return {
    modelId: model.id,
    items: new Map(walkModel(model).map(({ item }) => [item.id, item])),
    files,
  }
}

/** A criterion part by part, with what of it was seen. */
export function sayCriterion(
  { id, name, onParts, ifPart }: Sentry,
  seen: readonly Pick<SentryPartRow, 'part'>[],
  names: PlanNames,
): Criterion {
  const met = new Set(seen.map(({ part }) => part))
  const parts = onParts.map((part, place) => sayPart(part, met.has(place), names))
  // What is true by now would have let it go on.
  const asked = parts.every((part) => part.isMet === true) ? false : null
  return {
    id,
    name,
    parts: ifPart === null ? parts : [...parts, { on: 'if', expression: ifPart, isMet: asked }],
  }
}

function sayPart(part: OnPart, isMet: boolean, names: PlanNames): CriterionPart {
  const { sourceId, transition } = part
  if (part.on === 'file')
    return { on: 'file', sourceId, name: names.files.get(sourceId) ?? sourceId, transition, isMet }
  const item = names.items.get(sourceId)
  return {
    ...{ on: 'plan', sourceId, transition, isMet },
    ...{ name: item?.name ?? sourceId, kind: sourceId === names.modelId ? null : (item?.kind ?? 'task') },
  }
}

/** A cause as people are told it, of something that waited by some criteria. */
export function sayCause(cause: PlanItemCause, criteria: readonly Sentry[], names: PlanNames): CauseSaid {
  const plain = (kind: CauseSaid['kind'], personId: string | null = null): CauseSaid => ({
    kind,
    parts: [],
    personId,
  })
  switch (cause.kind) {
    case 'criterion': {
      const sentry = criteria.find(({ id }) => id === cause.criterionId)
      if (!sentry) return plain('criterion')
      const { parts } = sayCriterion(
        sentry,
        sentry.onParts.map((_part, part) => ({ part })),
        names,
      )
      return {
        ...plain('criterion'),
        parts: parts.map((part) => (part.on === 'if' ? { ...part, isMet: true } : part)),
      }
    }
    case 'command':
      return plain('person', cause.by)
    case 'begun':
      return plain(cause.parentId === 0 ? 'case' : 'stage')
    case 'parent':
      return plain('around')
    case 'repeated':
      return plain('repetition')
    case 'content':
    case 'not-blocking':
      return plain('outcome')
    case 'due':
      return plain('time')
    case 'reactivated':
      return plain('reactivated')
    case 'plan-changed':
      return plain('added')
  }
}
