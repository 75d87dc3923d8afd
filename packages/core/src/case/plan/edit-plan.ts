import { err, ok, type Result } from '../../kernel/index.ts'
import type { CaseModel, CaseStageContent, DiscretionaryItem, PlanItem } from '../model/case-model.ts'
import { walkModel } from '../model/walk-model.ts'

/** A plan without who is responsible in it: that was a matter of one case. */
export function withoutPeople(model: CaseModel): CaseModel {
  const forget = (item: PlanItem): PlanItem =>
    item.work ? { ...item, work: { ...item.work, responsibleId: null } } : item
  return mapEveryContent(model, (content) => ({
    ...content,
    items: content.items.map(forget),
    discretionary: content.discretionary.map((offer) => ({ ...offer, item: forget(offer.item) })),
  }))
}

/** A plan of more items than this is no more read by people. */
export const PLAN_ITEMS_MAX = 1000

/** Where an item of the plan lies: in a stage, or, without one, in the case itself. */
export type PlanPlace = {
  readonly stageId: string | null
  /** The item it stands before; null: at the end. */
  readonly beforeId: string | null
}

/** A change of the plan of one case. */
export type PlanEdit =
  | { readonly kind: 'add'; readonly item: PlanItem; readonly place: PlanPlace }
  | { readonly kind: 'offer'; readonly offer: DiscretionaryItem; readonly place: PlanPlace }
  /** Everything but what lies in it, which stays. */
  | { readonly kind: 'change'; readonly item: PlanItem }
  | { readonly kind: 'move'; readonly planItemId: string; readonly place: PlanPlace }
  | { readonly kind: 'remove'; readonly planItemId: string }
  /** The plan of a template takes the place of one in which nothing is. */
  | { readonly kind: 'use'; readonly model: CaseModel }

/**
 * The plan as a change makes it.
 *
 * @returns refused with `case.plan_item_unknown`, `case.plan_item_exists`, `case.plan_too_large`,
 * `case.no_stage`, `case.into_itself` or `case.still_waited_for`
 */
export function editPlan(model: CaseModel, edit: PlanEdit): Result<CaseModel> {
  switch (edit.kind) {
    case 'add':
      return insert(model, { item: edit.item, offer: null }, edit.place)
    case 'offer':
      return insert(model, { item: edit.offer.item, offer: edit.offer }, edit.place)
    case 'change':
      return find(model, edit.item.id)
        ? ok(mapItems(model, edit.item.id, (before) => ({ ...edit.item, content: before.content })))
        : unknown(edit.item.id)
    case 'move':
      return move(model, edit)
    case 'remove':
      return remove(model, edit.planItemId)
    case 'use':
      return walkModel(model).length > 0
        ? err({ code: 'case.planned_already', params: { name: model.name } })
        : ok({ ...edit.model, name: model.name })
  }
}

type Inserted = { readonly item: PlanItem; readonly offer: DiscretionaryItem | null }

function insert(model: CaseModel, { item, offer }: Inserted, place: PlanPlace): Result<CaseModel> {
  const known = walkModel(model)
  if (known.some((one) => one.item.id === item.id))
    return err({ code: 'case.plan_item_exists', params: { name: item.name } })
  if (known.length >= PLAN_ITEMS_MAX)
    return err({ code: 'case.plan_too_large', params: { max: PLAN_ITEMS_MAX } })
  const stage = checkStage(model, place.stageId)
  if (!stage.ok) return stage
  return ok(
    mapContent(model, place.stageId, (content) =>
      offer
        ? {
            ...content,
            discretionary: insertAt(content.discretionary, offer, offerAt(content, place.beforeId)),
          }
        : { ...content, items: insertAt(content.items, item, itemAt(content, place.beforeId)) },
    ),
  )
}

function move(
  model: CaseModel,
  { planItemId, place }: Extract<PlanEdit, { readonly kind: 'move' }>,
): Result<CaseModel> {
  const found = find(model, planItemId)
  if (!found) return unknown(planItemId)
  const stage = checkStage(model, place.stageId)
  if (!stage.ok) return stage
  const inside = walkModel({ ...model, root: found.item.content ?? EMPTY })
  if (place.stageId === planItemId || inside.some(({ item }) => item.id === place.stageId))
    return err({ code: 'case.into_itself', params: { name: found.item.name } })
  const without = withoutItem(model, planItemId)
  return insert(without, { item: found.item, offer: found.discretionary }, place)
}

function remove(model: CaseModel, planItemId: string): Result<CaseModel> {
  const found = find(model, planItemId)
  if (!found) return unknown(planItemId)
  const gone = new Set([
    planItemId,
    ...walkModel({ ...model, root: found.item.content ?? EMPTY }).map(({ item }) => item.id),
  ])
  const waiting = walkModel(model).find(({ item }) => !gone.has(item.id) && waitsForOne(item, gone))
  if (waiting || model.exit.some(({ onParts }) => onParts.some(({ sourceId }) => gone.has(sourceId))))
    return err({
      code: 'case.still_waited_for',
      params: { name: found.item.name, by: waiting?.item.name ?? model.name },
    })
  return ok(withoutItem(model, planItemId))
}

const EMPTY: CaseStageContent = { items: [], autoComplete: false, discretionary: [] }

function waitsForOne({ entry, exit, timer }: PlanItem, ids: ReadonlySet<string>): boolean {
  const parts = [...entry, ...exit].flatMap(({ onParts }) => onParts)
  return parts.some(({ sourceId }) => ids.has(sourceId)) || ids.has(timer?.from?.sourceId ?? '')
}

function find(model: CaseModel, planItemId: string) {
  return walkModel(model).find(({ item }) => item.id === planItemId)
}

function unknown(planItemId: string): Result<never> {
  return err({ code: 'case.plan_item_unknown', params: { id: planItemId } })
}

function checkStage(model: CaseModel, stageId: string | null): Result<null> {
  if (stageId === null) return ok(null)
  const found = find(model, stageId)
  if (!found) return unknown(stageId)
  return found.item.content ? ok(null) : err({ code: 'case.no_stage', params: { name: found.item.name } })
}

function itemAt({ items }: CaseStageContent, beforeId: string | null): number {
  return items.findIndex(({ id }) => id === beforeId)
}

function offerAt({ discretionary }: CaseStageContent, beforeId: string | null): number {
  return discretionary.findIndex(({ item }) => item.id === beforeId)
}

function insertAt<One>(list: readonly One[], one: One, at: number): readonly One[] {
  return at < 0 ? [...list, one] : list.toSpliced(at, 0, one)
}

function withoutItem(model: CaseModel, planItemId: string): CaseModel {
  return mapEveryContent(model, (content) => ({
    ...content,
    items: content.items.filter(({ id }) => id !== planItemId),
    discretionary: content.discretionary.filter(({ item }) => item.id !== planItemId),
  }))
}

function mapItems(model: CaseModel, planItemId: string, change: (item: PlanItem) => PlanItem): CaseModel {
  const one = (item: PlanItem): PlanItem => (item.id === planItemId ? change(item) : item)
  return mapEveryContent(model, (content) => ({
    ...content,
    items: content.items.map(one),
    discretionary: content.discretionary.map((offer) => ({ ...offer, item: one(offer.item) })),
  }))
}

function mapContent(
  model: CaseModel,
  stageId: string | null,
  change: (content: CaseStageContent) => CaseStageContent,
): CaseModel {
  if (stageId === null) return { ...model, root: change(model.root) }
  return mapItems(model, stageId, (stage) => ({ ...stage, content: change(stage.content ?? EMPTY) }))
}

function mapEveryContent(
  model: CaseModel,
  change: (content: CaseStageContent) => CaseStageContent,
): CaseModel {
  const inner = (item: PlanItem): PlanItem =>
    item.content ? { ...item, content: visit(item.content) } : item
  const visit = (content: CaseStageContent): CaseStageContent => {
    const changed = change(content)
    return {
      ...changed,
      items: changed.items.map(inner),
      discretionary: changed.discretionary.map((offer) => ({ ...offer, item: inner(offer.item) })),
    }
  }
  return { ...model, root: visit(model.root) }
}
