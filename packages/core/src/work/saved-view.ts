import { err, ok, type Result } from '../kernel/index.ts'

/** A view kept under a name, as far as it decides who may do what to it. */
export type ViewFacts = {
  readonly ownerId: string
  readonly isShared: boolean
  readonly isLocked: boolean
  readonly isDefault: boolean
}

/** Who wants to change a view, and what they may do where it is kept. */
export type ViewEditor = {
  readonly personId: string
  /** May work there. */
  readonly isContributor: boolean
  /** May manage the place; for views over everything, the organisation. */
  readonly isManager: boolean
}

/** What is asked of a view: its content, or to whom it belongs and how firmly. */
export type ViewChange = {
  readonly [Flag in 'isShared' | 'isLocked' | 'isDefault']?: boolean | undefined
}

/**
 * Whether somebody may change a view as they want to. One's own views are one's own affair. What is
 * shared and not locked may be improved by all who work there; whether it stays shared, locked or
 * forgotten is for its owner and the managers to say, and what everybody's page opens with for managers alone.
 *
 * @returns the view as it will be; refused with `platform.not_allowed`
 */
export function changeView<View extends ViewFacts>(
  view: View,
  change: ViewChange,
  editor: ViewEditor,
): Result<View> {
  const after = withChange(view, change)
  const isRule = FLAGS.some((flag) => after[flag] !== view[flag])
  const mayTouch = mayForgetView(view, editor) || (!isRule && mayImprove(view, editor))
  if (!mayTouch) return err({ code: 'platform.not_allowed', params: { permission: 'own view' } })
  if (opensForAll(after) !== opensForAll(view) && !editor.isManager)
    return err({ code: 'platform.not_allowed', params: { permission: 'container.manage' } })
  return ok(after)
}

const FLAGS = ['isShared', 'isLocked', 'isDefault'] as const

function withChange<View extends ViewFacts>(view: View, change: ViewChange): View {
  const { isShared = view.isShared, isLocked = view.isLocked, isDefault = view.isDefault } = change
  return { ...view, isShared, isLocked, isDefault }
}

function mayImprove(view: ViewFacts, editor: ViewEditor): boolean {
  return view.isShared && !view.isLocked && editor.isContributor
}

function opensForAll(view: ViewFacts): boolean {
  return view.isDefault && view.isShared
}

/** Whether somebody may forget a view: its owner, and of shared ones the managers. */
export function mayForgetView(view: ViewFacts, editor: ViewEditor): boolean {
  return view.ownerId === editor.personId || (view.isShared && editor.isManager)
}

/**
 * The view that a page opens with when its address says nothing: one's own default goes before the
 * one for everybody.
 */
export function defaultView<View extends ViewFacts>(
  views: readonly View[],
  personId: string,
): View | undefined {
  const defaults = views.filter((view) => view.isDefault)
  return (
    defaults.find((view) => !view.isShared && view.ownerId === personId) ??
    defaults.find((view) => view.isShared)
  )
}
