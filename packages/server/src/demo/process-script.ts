import type { NewDecisionTable } from '@millrace/formats/dmn'
import type { TeamKey } from './cast.ts'

/** A step of a process of the story: who does it, how many a day they manage, how long it may take. */
export type StepScript = {
  readonly name: string
  readonly team: TeamKey
  readonly workers: readonly string[]
  /** What all workers together finish in a day, on average. */
  readonly perDay: number
  readonly expectedHours: number
  readonly effortMin: number
  readonly practice: string
  /** What comes of it, by chance: the instance goes its way by that. */
  readonly says?: (random: () => number) => Readonly<Record<string, boolean | number>>
}

export type ProcessScript = {
  readonly key: string
  readonly name: string
  readonly description: string
  readonly owner: string
  /** Instances started in a working day, on average. */
  readonly arrivals: number
  /** In how many working days an instance is to be over. */
  readonly promisedDays: number
  readonly subjects: readonly string[]
  readonly steps: readonly StepScript[]
  /** The tables that its rule tasks ask, by what the tasks are called. */
  readonly decisions?: Readonly<Record<string, NewDecisionTable>>
  /** How they follow each other, as `processModel` reads it. */
  readonly flow: readonly string[]
}

const FLOORS = Array.from({ length: 18 }, (_, index) => `level ${index + 2}`)
/** The same on each floor. */
export const onFloors = (what: string): readonly string[] => FLOORS.map((floor) => `${what}, ${floor}`)
