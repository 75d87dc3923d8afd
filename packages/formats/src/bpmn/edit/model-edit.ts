import type { BpmnAssignment } from '@millrace/core/process'

/** One change of a model, as a list of its steps offers it. */
export type ModelEdit =
  | { readonly kind: 'rename'; readonly elementId: string; readonly name: string }
  /** After an element with one way on, or on a flow. */
  | { readonly kind: 'add-step'; readonly afterId: string; readonly id: string; readonly name: string }
  | { readonly kind: 'remove-step'; readonly elementId: string }
  | { readonly kind: 'move-step'; readonly elementId: string; readonly to: 'before' | 'after' }
  /** What is not named stays; what is null goes. */
  | { readonly kind: 'assign'; readonly elementId: string; readonly assignment: Partial<BpmnAssignment> }
  /** Null: the way that is taken where no condition holds. */
  | { readonly kind: 'set-condition'; readonly flowId: string; readonly condition: string | null }

/** Every reason to refuse an edit, for the catalogue of sentences. */
export const BPMN_EDIT_REFUSAL_CODES = [
  /** Nothing has that id: `id`. */
  'bpmn.element_unknown',
  /** Something has that id already: `id`. */
  'bpmn.id_taken',
  /** Several ways come or lead on, so that the picture is needed: `id`. */
  'bpmn.several_ways',
  /** Messages, events on its edge or what undoes it hang on the step: `id`. */
  'bpmn.step_has_more',
  /** It is no step: `id`. */
  'bpmn.not_a_step',
  /** Nothing is there that it could change places with: `id`. */
  'bpmn.cannot_move',
  /** No conditions are asked there: `id`. */
  'bpmn.no_conditions',
] as const

/** Why an edit was refused. */
export type BpmnEditRefusalCode = (typeof BPMN_EDIT_REFUSAL_CODES)[number]
