import type { FeelValue, Run } from '../values/value.ts'

/** The values of one scope while an expression runs. */
export type Frame = {
  readonly values: readonly FeelValue[]
  readonly parent: Frame | null
  readonly run: Run
}

/** A compiled expression. */
export type Evaluator = (frame: Frame) => FeelValue

/** A compiled test of a value: null when it cannot be told. */
export type Tester = (frame: Frame, value: FeelValue) => boolean | null

export function frameWithin(parent: Frame, values: readonly FeelValue[]): Frame {
  return { values, parent, run: parent.run }
}

/** The frame so many levels outwards. */
export function frameAt(frame: Frame, depth: number): Frame {
  let at = frame
  for (let left = depth; left > 0 && at.parent !== null; left -= 1) at = at.parent
  return at
}
