/** Something to be done in a case: by whom, and whether it must be done or is left to who works on it. */
export type CaseWork = readonly [worker: string, title: string, duty?: 'must' | 'may']

/** Why the work of the stage that a case is in stands still. */
export type Halt = {
  /** Which item of the stage it is; those before it are done. */
  readonly at: number
  /** Working days ago. */
  readonly days: number
  /** Who it waits for; null: somebody outside, as the note says. */
  readonly on: string | null
  readonly note: string
  readonly reason:
    | 'decision'
    | 'material'
    | 'people'
    | 'information'
    | 'external'
    | 'quality'
    | 'other'
    | null
}

/** A case of the story: what it is about, how far it has come, and what is done in each stage. */
export type CaseScript = {
  readonly key: string
  readonly name: string
  readonly subject: string
  readonly wishedEndState: string
  readonly about: string
  readonly lead: string
  /** Weeks before today when it was opened. */
  readonly openedWeeksAgo: number
  /** Index of the stage it is in now; all earlier ones are completed. */
  readonly stage: number
  readonly label: string
  /** What the whole thing may cost, in cents. */
  readonly costMinor: number
  /** What is to be done, stage by stage. */
  readonly work: readonly (readonly CaseWork[])[]
  readonly halt: Halt | null
}

/** The stages of every design and permit case. */
export const STAGES = ['Intake', 'Assessment', 'Preparation', 'Decision', 'Notice'] as const
