import type { FeelType, FeelValue, Run } from '../feel/values/value.ts'

/** One evaluation of a model: what was given, and what has been worked out. */
export type Session = {
  readonly run: Run
  /** Values of input data, and of decisions that are given and not worked out. */
  readonly given: ReadonlyMap<string, FeelValue>
  readonly results: Map<string, FeelValue>
}

/** An element of a model that has a value, by the key `namespace#id`. */
export type Node = {
  readonly key: string
  readonly name: string
  readonly kind: 'input' | 'decision' | 'knowledge' | 'service'
  readonly type: FeelType
  readonly requires: readonly string[]
  readonly read: (session: Session) => FeelValue
}

/** A name that an element may use, and where its value comes from. */
export type Binding = { readonly name: string; readonly read: (session: Session) => FeelValue }

/** Works a value out once in each session; whoever comes back to it meanwhile finds null. */
export function once(key: string, work: (session: Session) => FeelValue): (session: Session) => FeelValue {
  return (session) => {
    const known = session.given.has(key) ? (session.given.get(key) ?? null) : session.results.get(key)
    if (known !== undefined) return known
    session.results.set(key, null)
    const value = work(session)
    session.results.set(key, value)
    return value
  }
}
