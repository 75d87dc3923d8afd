import type { Variables } from '../engine/graph.ts'

/** What comes of an activity or event in a run on paper. */
export type RunAnswer = {
  readonly values: Variables
  /** The error of the field that it ends with; null: it does not. */
  readonly error: string | null
  /** How long it takes, as ISO 8601 writes lengths; null: no time. */
  readonly after: string | null
}

/** Answers by the id of the element: one for every time, or several of which each counts once. */
export type RunAnswers = Readonly<Record<string, RunAnswer | readonly RunAnswer[]>>

/** Nothing comes of it, at once. */
export const PLAIN_ANSWER: RunAnswer = { values: {}, error: null, after: null }

/** Gives out answers in their order. */
export class AnswerBook {
  readonly #answers: RunAnswers
  readonly #given = new Map<string, number>()

  constructor(answers: RunAnswers) {
    this.#answers = answers
  }

  /** The answer that comes next for an activity: one alone counts every time. Null: there is none, or none any more. */
  ofWork(element: string): RunAnswer | null {
    const answer = this.#at(element)
    return isList(answer) ? (answer[this.#given.get(element) ?? 0] ?? null) : answer
  }

  /** The answer that comes next for an event: one alone counts once, or it would happen for ever. */
  ofEvent(element: string): RunAnswer | null {
    const answer = this.#at(element)
    const list = answer === null ? [] : isList(answer) ? answer : [answer]
    return list[this.#given.get(element) ?? 0] ?? null
  }

  /** That the answer has been used. */
  take(element: string): void {
    this.#given.set(element, (this.#given.get(element) ?? 0) + 1)
  }

  #at(element: string): RunAnswer | readonly RunAnswer[] | null {
    return Object.hasOwn(this.#answers, element) ? (this.#answers[element] ?? null) : null
  }
}

function isList(answer: RunAnswer | readonly RunAnswer[] | null): answer is readonly RunAnswer[] {
  return Array.isArray(answer)
}
