import type { CaseModel, PlanItem } from './case-model.ts'

/**
 * The plan of a case that nobody has planned: it goes on until somebody says that the state that was wished for has been
 * reached. Steps are added by whoever works on it.
 *
 * @param names how the case, its end and what people say at its end are called
 */
export function emptyPlan(names: {
  readonly id: string
  readonly name: string
  readonly end: string
  readonly reached: string
}): CaseModel {
  const reached = item('userListener', { id: `${names.id}-reached`, name: names.reached })
  const end: PlanItem = {
    ...item('milestone', { id: `${names.id}-end`, name: names.end }),
    required: 'true',
    entry: [
      {
        ...{ id: `${names.id}-end-entry`, name: '', ifPart: null },
        onParts: [{ on: 'plan', sourceId: reached.id, transition: 'occur', exitCriterionId: null }],
      },
    ],
  }
  return {
    ...{ id: names.id, name: names.name, description: '', exit: [], roles: [], file: [] },
    root: { items: [reached, end], autoComplete: true, discretionary: [] },
  }
}

function item(kind: PlanItem['kind'], { id, name }: Pick<PlanItem, 'id' | 'name'>): PlanItem {
  return {
    ...{ id, name, description: '', kind, entry: [], exit: [], manualActivation: null, required: null },
    ...{ repetition: null, isBlocking: true, content: null, work: null, timer: null },
  }
}
