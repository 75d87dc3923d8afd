/** Stands for what is left out of an answer. */
export const GONE = Symbol('gone')

/** What is left of a value, itself where nothing is left out of it, or `GONE`. */
export type Strip = (value: unknown) => unknown

/** What is left of an answer; null when nothing is. */
export function leftOf<Answer>(answer: Answer, strip: Strip): Answer {
  const left = strip(answer)
  return (left === GONE ? null : left) as Answer // The same, with some parts left out.
}

/** What is left of a value that holds others, each kind of holder by its own rule. */
export function stripWithin(value: object, strip: Strip, stripRecord: (record: object) => unknown): unknown {
  return Array.isArray(value) ? stripList(value, strip) : stripRecord(value)
}

function stripList(list: readonly unknown[], strip: Strip): readonly unknown[] {
  let kept: unknown[] | null = null
  for (let index = 0; index < list.length; index++) {
    const value = list[index]
    const inner = strip(value)
    // Most lists hold nothing of what is left out, and long ones are most of an answer.
    if (inner !== value) kept ??= list.slice(0, index)
    if (kept && inner !== GONE) kept.push(inner)
  }
  return kept ?? list
}
