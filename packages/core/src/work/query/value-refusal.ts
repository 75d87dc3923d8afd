import { ok, type Result } from '../../kernel/index.ts'
import type { QueryValue } from './query.ts'
import { refuseQuery } from './query-refusal.ts'

/** A value that does not fit its field. `expected` names what would, such as `date`. */
export function refuseValue(value: QueryValue, field: string, ...expected: readonly string[]) {
  return refuseQuery('query.value_wrong', { position: value.at, field, found: value.text, expected })
}

/** Reads each value; the first that is refused decides. */
export function readEach<Value>(
  values: readonly QueryValue[],
  read: (value: QueryValue) => Result<Value>,
): Result<readonly Value[]> {
  const all: Value[] = []
  for (const value of values) {
    const result = read(value)
    if (!result.ok) return result
    all.push(result.value)
  }
  return ok(all)
}

/** Goes on with a value unless it was refused. */
export function mapResult<From, To>(result: Result<From>, next: (value: From) => To): Result<To> {
  return result.ok ? ok(next(result.value)) : result
}
