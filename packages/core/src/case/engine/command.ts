import type { Instant } from '../../kernel/index.ts'
import type { CaseFileTransition, PlanItemTransition } from '../model/case-model.ts'
import type { CaseVariables } from './graph.ts'
import type {
  CasePlanState,
  CaseState,
  CaseTimerCycle,
  CaseTimerRow,
  CaseTimerRule,
  PlanItemCause,
  PlanItemState,
} from './state.ts'

/** What people and the world say to a case. Ids are those of rows of its state. */
export type CaseCommand =
  | {
      readonly kind:
        | 'manualStart'
        | 'disable'
        | 'reenable'
        | 'terminate'
        | 'suspend'
        | 'resume'
        | 'reactivate'
      readonly itemId: number
    }
  /** It could not be done, as far as whoever was at it can tell. */
  | { readonly kind: 'fault'; readonly itemId: number; readonly text: string }
  /** Of tasks, with what came of it, and of stages. */
  | { readonly kind: 'complete'; readonly itemId: number; readonly values: CaseVariables }
  /** Of user listeners: it has happened. */
  | { readonly kind: 'occur'; readonly itemId: number; readonly values: CaseVariables }
  /** The moment of a timer listener has come. */
  | { readonly kind: 'due'; readonly itemId: number }
  /** What timers are counted by was changed: when they go off is asked anew. */
  | { readonly kind: 'recount'; readonly itemIds: readonly number[] }
  /** Something happened in the case file. With a value: its variable becomes that. */
  | {
      readonly kind: 'file'
      readonly fileItemId: string
      readonly transition: CaseFileTransition
      readonly value?: unknown
    }
  /** Takes a discretionary item into the plan of a stage; 0: of the case itself. */
  | { readonly kind: 'plan'; readonly defId: string; readonly stageId: number }
  | { readonly kind: 'change'; readonly values: CaseVariables }
  | {
      readonly kind:
        | 'suspendCase'
        | 'resumeCase'
        | 'completeCase'
        | 'terminateCase'
        | 'reactivateCase'
        | 'closeCase'
        | 'faultCase'
    }

/** When a timer goes off. */
export type CaseTimerDue =
  | { readonly ok: true; readonly dueAt: Instant; readonly cycle: CaseTimerCycle | null }
  | { readonly ok: false; readonly fault: string }

/** What the engine may know of the world: when it is, who speaks, and how rules of timers are read. */
export type CaseWorld = {
  readonly now: Instant
  /** Who speaks, and the roles of the case that they have; null: the program. */
  readonly by: { readonly personId: string; readonly roles: readonly string[] } | null
  /** @param cycle which time of it is asked for; null: the first */
  readonly dueOf: (rule: CaseTimerRule, cycle: CaseTimerCycle | null) => CaseTimerDue
}

/** What the world is asked for when a case goes on. Which kind of work it is says the item of the plan. */
export type CaseDemand =
  /** A task is to be done; it goes on when that is said to be completed. */
  | {
      readonly kind: 'begin-work'
      readonly itemId: number
      readonly defId: string
      /** Of process, case and decision tasks: what is handed over. */
      readonly inputs: CaseVariables
      /** Nobody waits for it. */
      readonly isBlocking: boolean
    }
  /** It rests, or goes on. */
  | { readonly kind: 'suspend-work' | 'resume-work'; readonly itemId: number; readonly defId: string }
  /** It is not to be done any more, for this reason. */
  | {
      readonly kind: 'end-work'
      readonly itemId: number
      readonly defId: string
      readonly by: PlanItemTransition
    }

/** What happened, in its order. Row 0 is the case itself. */
export type CaseHappening =
  | {
      readonly kind: 'item'
      readonly itemId: number
      readonly defId: string
      readonly transition: PlanItemTransition
      /** Null: it was created. */
      readonly from: PlanItemState | CaseState | null
      readonly to: PlanItemState | CaseState
      readonly cause: PlanItemCause
    }
  | { readonly kind: 'file'; readonly fileItemId: string; readonly transition: CaseFileTransition }
  /** When a timer goes off was said or changed. */
  | { readonly kind: 'timer'; readonly itemId: number; readonly timer: CaseTimerRow | null }

/** A case as it will be, what is asked of the world, and what happened in its order. */
export type CaseStep = {
  readonly state: CasePlanState
  readonly demands: readonly CaseDemand[]
  readonly happened: readonly CaseHappening[]
}
