import { type FeelContext, type FeelType, type FeelValue, isContext, type Run } from '../feel/values/value.ts'

/** One evaluation of a model: what was given, and what has been worked out. */
export type Session = {
  readonly run: Run
  /** Values of input data, and of decisions that are given and not worked out, by their names. */
  readonly inputs: FeelContext
  /** The same by keys, which hold in imported models, too. */
  readonly given: ReadonlyMap<string, FeelValue>
  readonly results: Map<string, FeelValue>
  /** Imported models by the names of their imports: each is evaluated by itself, with inputs of its own. */
  readonly imports: Map<string, Session>
}

/** A new evaluation. */
export function createSession(
  run: Run,
  { inputs = new Map(), given = new Map() }: Partial<Pick<Session, 'inputs' | 'given'>>,
): Session {
  return { run, inputs, given, results: new Map(), imports: new Map() }
}

/** The evaluation of an imported model within one; its inputs stand in a context of the import's name. */
export function importedSession(session: Session, importName: string): Session {
  const known = session.imports.get(importName)
  if (known !== undefined) return known
  const { run, given } = session
  const own = importName === '' ? session.inputs : (session.inputs.get(importName) ?? null)
  const created = createSession(run, { given, inputs: isContext(own) ? own : new Map() })
  session.imports.set(importName, created)
  return created
}

/** What was given for an element; `undefined` when nothing was. */
export function givenFor(
  { given, inputs }: Session,
  { key, name }: { readonly key: string; readonly name: string },
): FeelValue | undefined {
  return given.has(key) ? given.get(key) : inputs.get(name)
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
    const known = session.results.get(key)
    if (known !== undefined) return known
    session.results.set(key, null)
    const value = work(session)
    // In the order in which they are finished.
    session.results.delete(key)
    session.results.set(key, value)
    return value
  }
}
