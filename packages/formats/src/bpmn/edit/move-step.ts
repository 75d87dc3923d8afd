import { err, ok, type Refusal, type Result } from '@millrace/core/kernel'
import { redirect, renameMention } from './edit-flow.ts'
import type { EditedFlow, EditedModel } from './edited-model.ts'
import type { ModelEdit } from './model-edit.ts'
import { findStep } from './remove-step.ts'

type MoveStep = Extract<ModelEdit, { readonly kind: 'move-step' }>

/** The steps that changed places, in their new order. */
export type Swapped = readonly [string, string]

/** Lets a step change places with the one before or after it, where one simply follows the other. */
export function moveStep(model: EditedModel, { elementId, to }: MoveStep): Result<Swapped> {
  const step = findStep(model, elementId)
  if (!step.ok) return step
  const refusal: Refusal = { code: 'bpmn.cannot_move', params: { id: elementId } }
  const between = to === 'before' ? alone(model.incoming(elementId)) : alone(model.outgoing(elementId))
  if (!between) return err(refusal)
  const [first, second] = [between.from, between.to]
  const [before, after] = [alone(model.incoming(first)), alone(model.outgoing(second))]
  const isRun = alone(model.outgoing(first)) && alone(model.incoming(second))
  if (!before || !after || !isRun || first === second || before.from === second) return err(refusal)
  const others = [findStep(model, first), findStep(model, second)]
  if (others.some((other) => !other.ok)) return err(refusal)
  redirect(model, before, { to: second })
  redirect(model, between, { from: second, to: first })
  redirect(model, after, { from: first })
  const [one, other] = [model.find(first), model.find(second)]
  renameMention(model, other, { side: 'incoming', from: between.id, to: before.id })
  renameMention(model, other, { side: 'outgoing', from: after.id, to: between.id })
  renameMention(model, one, { side: 'incoming', from: before.id, to: between.id })
  renameMention(model, one, { side: 'outgoing', from: between.id, to: after.id })
  return ok([second, first])
}

/** The one of a list; undefined where there is none or are several. */
function alone(flows: readonly EditedFlow[]): EditedFlow | undefined {
  return flows.length === 1 ? flows[0] : undefined
}
