import { err, ok, type Result } from '@millrace/core/kernel'
import { drawBpmn } from '../layout/draw-bpmn.ts'
import { isDrawn } from '../layout/undrawn.ts'
import { readSource } from '../source.ts'
import { addStep } from './add-step.ts'
import { assignStep } from './assign-step.ts'
import { drawAdded } from './draw-added.ts'
import { drawRemoved, drawSwapped } from './draw-changed.ts'
import { EditedModel } from './edited-model.ts'
import type { ModelEdit } from './model-edit.ts'
import { moveStep } from './move-step.ts'
import { removeStep } from './remove-step.ts'
import { setCondition } from './set-condition.ts'

/** What is to be done with the picture: nothing, done already, or to be drawn anew. */
type Picture = 'same' | 'anew'

/**
 * Changes a simple model and leaves all else in the file as it is, byte for byte: also what other programs have put
 * in. What was added is drawn where it belongs; a picture that was drawn here, or has holes, is drawn anew.
 *
 * @returns the changed XML; or refused as `readBpmn` refuses, or as `BPMN_EDIT_REFUSAL_CODES` name it
 */
export function editBpmn(xml: string, edit: ModelEdit): Result<string> {
  const source = readSource(xml)
  if (!source.ok) return source
  const model = new EditedModel(xml, source.value)
  const picture = apply(model, edit)
  if (!picture.ok) return picture
  const changed = model.result()
  return picture.value === 'same' ? ok(changed) : drawBpmn(changed)
}

function apply(model: EditedModel, edit: ModelEdit): Result<Picture> {
  switch (edit.kind) {
    case 'rename':
      return rename(model, edit)
    case 'assign':
      return same(assignStep(model, edit))
    case 'set-condition':
      return same(setCondition(model, edit))
    case 'add-step':
      return drawn(model, addStep(model, edit), (added) => added !== null && drawAdded(model, added))
    case 'remove-step':
      return drawn(model, removeStep(model, edit.elementId), (removed) => drawRemoved(model, removed))
    case 'move-step':
      return drawn(model, moveStep(model, edit), (swapped) => drawSwapped(model, swapped))
  }
}

function rename(
  model: EditedModel,
  { elementId, name }: Extract<ModelEdit, { readonly kind: 'rename' }>,
): Result<Picture> {
  const element = model.find(elementId)
  if (!element) return err({ code: 'bpmn.element_unknown', params: { id: elementId } })
  model.setAttribute(element, 'name', name)
  // In a picture of ours a name has as much room as it takes.
  return ok(isDrawnHere(model.xml) ? 'anew' : 'same')
}

function same(done: Result<undefined>): Result<Picture> {
  return done.ok ? ok('same') : done
}

/** A picture by somebody is changed where it must be. */
function drawn<Done>(model: EditedModel, done: Result<Done>, draw: (done: Done) => boolean): Result<Picture> {
  if (!done.ok) return done
  const isOurs = !isDrawn(model.root) || isDrawnHere(model.xml)
  return ok(isOurs || !draw(done.value) ? 'anew' : 'same')
}

function isDrawnHere(xml: string): boolean {
  const again = drawBpmn(xml)
  return again.ok && again.value === xml
}
