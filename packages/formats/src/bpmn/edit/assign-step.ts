import { err, ok, type Result } from '@millrace/core/kernel'
import { xmlMarkup } from '../../xml/index.ts'
import { parts } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import type { EditedModel } from './edited-model.ts'
import type { ModelEdit } from './model-edit.ts'

type Assign = Extract<ModelEdit, { readonly kind: 'assign' }>

const URI = 'urn:millrace:bpmn'
const ACTIVITY = /(?:Task|^task|^callActivity|^subProcess|^transaction|^adHocSubProcess)$/

/** Says who does an activity and how, in an element of our own; all that others say of it stays. */
export function assignStep(model: EditedModel, { elementId, assignment }: Assign): Result<undefined> {
  const step = model.find(elementId)
  if (!step) return err({ code: 'bpmn.element_unknown', params: { id: elementId } })
  if (!ACTIVITY.test(step.name)) return err({ code: 'bpmn.not_a_step', params: { id: elementId } })
  const said = Object.entries(assignment).map(
    ([name, value]) => [name, value === null ? null : String(value)] as const,
  )
  const [extensions] = parts(step, 'extensionElements')
  const [work] = extensions ? parts(extensions, 'work') : []
  if (work) for (const [name, value] of said) model.setAttribute(work, name, value)
  else if (said.some(([, value]) => value !== null)) addWork(model, { step, extensions }, said)
  return ok(undefined)
}

type Place = { readonly step: Source; readonly extensions: Source | undefined }

function addWork(
  model: EditedModel,
  { step, extensions }: Place,
  said: readonly (readonly [string, string | null])[],
): void {
  const declared = [...model.root.attributes].find(
    ([name, value]) => name.startsWith('xmlns:') && value === URI,
  )
  const prefix = declared?.[0].slice('xmlns:'.length) ?? 'millrace'
  const work = {
    name: `${prefix}:work`,
    attributes: { ...(declared ? {} : { [`xmlns:${prefix}`]: URI }), ...Object.fromEntries(said) },
  }
  if (extensions) return model.insert(extensions, (indent) => xmlMarkup(work, indent))
  const added = { name: `${model.prefix}extensionElements`, children: [work] }
  model.insert(
    step,
    (indent) => xmlMarkup(added, indent),
    ({ name }) => name === 'documentation',
  )
}
