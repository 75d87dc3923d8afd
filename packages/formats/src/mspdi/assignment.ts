import type { PlainDateTime } from '../dates/index.ts'
import type { MspdiBaseline } from './baseline.ts'
import type { MspdiAttribute } from './extended-attribute.ts'
import type { MspdiTimephased } from './timephased.ts'

/** A resource at work on a task. */
export type MspdiAssignment = {
  readonly uid: number
  readonly guid: string | undefined
  readonly taskUid: number
  /** `undefined`: work that nobody has been given yet. */
  readonly resourceUid: number | undefined
  /** 1 is full time; units of material otherwise. */
  readonly units: number | undefined
  /** Minutes, rounded to thousandths. */
  readonly workMin: number | undefined
  readonly regularWorkMin: number | undefined
  readonly overtimeWorkMin: number | undefined
  readonly actualWorkMin: number | undefined
  readonly remainingWorkMin: number | undefined
  readonly percentWorkComplete: number | undefined
  readonly start: PlainDateTime | undefined
  readonly finish: PlainDateTime | undefined
  readonly actualStart: PlainDateTime | undefined
  readonly actualFinish: PlainDateTime | undefined
  readonly stop: PlainDateTime | undefined
  readonly resume: PlainDateTime | undefined
  /** How long after the task's start it begins. */
  readonly delayMin: number | undefined
  /** How long levelling put it off. */
  readonly levelingDelayMin: number | undefined
  /** The amount of material does not grow with the duration; without meaning for work. */
  readonly fixedMaterial: boolean | undefined
  /** Amounts in minor units of the project's currency. */
  readonly costMinor: number | undefined
  readonly actualCostMinor: number | undefined
  readonly remainingCostMinor: number | undefined
  /** Which of the resource's rate tables counts, 0 to 4. */
  readonly costRateTable: number | undefined
  /** How the work is spread: 0 flat, 1 back loaded, 2 front loaded, ... 8 edited by hand. */
  readonly workContour: number | undefined
  readonly notes: string | undefined
  readonly attributes: readonly MspdiAttribute[]
  readonly baselines: readonly MspdiBaseline[]
  readonly timephased: readonly MspdiTimephased[]
  readonly line: number
}
