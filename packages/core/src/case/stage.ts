import { err, type Id, type Instant, ok, type Result } from '../kernel/index.ts'

/** The states a stage can be in, of those that CMMN knows. */
export const STAGE_STATES = ['available', 'active', 'completed'] as const
/** One of them. */
export type StageState = (typeof STAGE_STATES)[number]

/** A part of a case in logical time: what is done while the case is there. Stages may overlap. */
export type CaseStage = {
  readonly id: Id<'CaseStage'>
  readonly caseId: Id<'Container'>
  readonly name: string
  /** Place in the order of stages: compare as plain text. */
  readonly rank: string
  readonly state: StageState
  readonly enteredAt: Instant | null
  readonly completedAt: Instant | null
  readonly version: number
}

/** More than this, and a case is no longer one story. */
export const STAGES_MAX = 100

/** What happens to a stage. */
export type StageFact =
  | 'case.stage_started'
  | 'case.stage_completed'
  | 'case.stage_reactivated'
  | 'case.stage_changed'

/** A stage as it will be, and what makes it so. No facts: nothing had to change. */
export type StageDecision = { readonly stage: CaseStage; readonly facts: readonly StageFact[] }

/** New values for some fields of a stage. */
export type StagePatch = {
  readonly name?: string | undefined
  readonly rank?: string | undefined
  readonly state?: StageState | undefined
}

/**
 * Changes a stage. A stage is started, completed when nothing required in it is open, and can be
 * taken up again: cases come back.
 *
 * @param context `requiredOpen` counts the required items of the stage that are not done
 * @returns refused with `case.stage_move_not_allowed` or `case.required_open`
 * @see CMMN 1.1, lifecycle of stages and tasks; taking up again is what it gives to the whole case
 */
export function changeStage(
  stage: CaseStage,
  patch: StagePatch,
  context: { readonly now: Instant; readonly requiredOpen: number },
): Result<StageDecision> {
  const renamed = { ...stage, name: patch.name ?? stage.name, rank: patch.rank ?? stage.rank }
  const isRenamed = renamed.name !== stage.name || renamed.rank !== stage.rank
  const facts: readonly StageFact[] = isRenamed ? ['case.stage_changed'] : []
  if (patch.state === undefined || patch.state === stage.state) return ok(decided(renamed, facts))
  const move = `${stage.state} ${patch.state}` as const
  switch (move) {
    case 'available active':
      return ok(
        decided({ ...renamed, state: 'active', enteredAt: context.now }, [...facts, 'case.stage_started']),
      )
    case 'completed active':
      return ok(
        decided({ ...renamed, state: 'active', completedAt: null }, [...facts, 'case.stage_reactivated']),
      )
    case 'active completed':
      return context.requiredOpen > 0
        ? err({ code: 'case.required_open', params: { name: stage.name, count: context.requiredOpen } })
        : ok(
            decided({ ...renamed, state: 'completed', completedAt: context.now }, [
              ...facts,
              'case.stage_completed',
            ]),
          )
    default:
      return err({
        code: 'case.stage_move_not_allowed',
        params: { name: stage.name, from: stage.state, to: patch.state },
      })
  }
}

function decided(stage: CaseStage, facts: readonly StageFact[]): StageDecision {
  return { stage: facts.length > 0 ? { ...stage, version: stage.version + 1 } : stage, facts }
}
