import type { MspdiProject } from '@millrace/formats/mspdi'
import type { FilePlan } from '@millrace/formats/plan'
import type { Problem } from '../problem-list.ts'

/** The file of a planning program, as a project and as a plan that can be calculated. */
export type LoadedPlan = {
  readonly project: MspdiProject
  /** Its rows are those tasks of the project that are active, in their order. */
  readonly plan: FilePlan
  /** What is wrong with the file itself; the first of them, and how many there are. */
  readonly problems: readonly Problem[]
  readonly problemCount: number
}
