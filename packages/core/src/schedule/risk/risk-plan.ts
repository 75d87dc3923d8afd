import type { Spread } from './spread.ts'

/** A task with an uncertain duration. */
export type RiskTask<TaskId extends string = string> = {
  readonly id: TaskId
  /** Working minutes. */
  readonly duration: Spread
  /** It rests besides, whatever becomes of the work: in the order in which that comes. */
  readonly rests?: readonly Rest[]
  /** By place in the calendars of the plan: it is worked on then. Without: whenever the project works. */
  readonly calendar?: number
  /** It starts no earlier, working minutes after the start of the project. */
  readonly earliestStartMin?: number
  /**
   * What moves it together with others: tasks of one factor and share have that correlation with each
   * other (of the normal values below their durations), from 0 to 1.
   */
  readonly correlation?: { readonly factor: string; readonly share: number }
  /** Minor units: once, and for each working minute it takes without its rest. */
  readonly cost?: { readonly fixedMinor: number; readonly perMin: number }
  /** For plans with resources: what levelling knows of it. */
  readonly levelling?: TaskLevelling
}

/** That so many minutes nothing is done when so much of the work is, from 0 to 1. */
export type Rest = { readonly afterShare: number; readonly restMin: number }

/** How a task is levelled within each run. */
export type TaskLevelling = {
  /** Tasks choose their place in this order, lowest first, as far as links allow it. */
  readonly priority: number
  /** It starts no earlier; unlike `earliestStartMin`, without what levelling said before. */
  readonly earliestStartMin: number
  /** Units of resources while it lasts. */
  readonly needs: readonly { readonly resourceId: string; readonly units: number }[]
  /** Where those it needs also keep to limits of their own: instead of the calendar of the task. */
  readonly calendar?: number
  /** It does not wait for them: it has begun, or people gave it its dates. */
  readonly keepsPlace: boolean
}

/** A link with lag (or lead, below 0) in working minutes. */
export type RiskLink<TaskId extends string = string> = {
  readonly from: TaskId
  readonly to: TaskId
  readonly kind: 'FS' | 'SS' | 'FF' | 'SF'
  readonly lagMin: number
}

/** An entry of the risk register: it happens or not, and then lengthens tasks and costs money. */
export type RiskEvent<TaskId extends string = string> = {
  readonly id: string
  /** 0 to 1. */
  readonly probability: number
  /** Added to the durations of tasks, working minutes. */
  readonly impacts: readonly { readonly taskId: TaskId; readonly delay: Spread }[]
  /** Minor units. */
  readonly cost?: Spread
}

/** When nothing is done although the project works: stretches in their order, not touching each other. */
export type RiskCalendar = readonly { readonly fromMin: number; readonly toMin: number }[]

/** Somebody or something that does one thing after the other. */
export type RiskResource = {
  readonly id: string
  /** How much of it there is at a time, from the beginning on. */
  readonly units: number
  /** From these minutes on there is another amount of it, in their order. */
  readonly changes?: readonly { readonly fromMin: number; readonly units: number }[]
  /** By place in the calendars of the plan: when it works. */
  readonly calendar?: number
}

/** A plan with what is uncertain about it. */
export type RiskPlan<TaskId extends string = string> = {
  readonly tasks: readonly RiskTask<TaskId>[]
  readonly links: readonly RiskLink<TaskId>[]
  readonly events?: readonly RiskEvent<TaskId>[]
  readonly calendars?: readonly RiskCalendar[]
  /** With them, each run is also levelled. */
  readonly resources?: readonly RiskResource[]
}
