import { literalOf } from '../values/text.ts'
import {
  type FeelContext,
  type FeelList,
  type FeelValue,
  isContext,
  isList,
  kindOf,
} from '../values/value.ts'
import { any, context, list, nullable, type Signature, signature, text } from './signature.ts'

/** Context functions. @see DMN 1.5 §10.3.4.10 */
export const CONTEXTS: Readonly<Record<string, readonly Signature[]>> = {
  'get value': [
    signature([context('m'), text('key')], ([of, key]) => of.get(key) ?? null),
    signature([context('context'), text('key')], ([of, key]) => of.get(key) ?? null),
  ],
  'get entries': [
    signature([context('m')], ([of]) => entriesOf(of)),
    signature([context('context')], ([of]) => entriesOf(of)),
  ],
  context: [signature([list('entries')], ([entries]) => contextOf(entries))],
  'context put': [
    signature([context('context'), text('key'), any('value')], ([of, key, value]) => put(of, [key], value)),
    signature([context('context'), list('keys'), any('value')], ([of, keys, value]) => put(of, keys, value)),
  ],
  'context merge': [signature([list('contexts')], ([contexts]) => merged(contexts))],
  is: [signature([nullable(any('value1')), nullable(any('value2'))], ([a, b]) => isSame(a, b))],
}

function entriesOf(of: FeelContext): FeelList {
  return [...of].map(
    ([key, value]) =>
      new Map<string, FeelValue>([
        ['key', key],
        ['value', value],
      ]),
  )
}

function contextOf(entries: FeelList): FeelValue {
  const result = new Map<string, FeelValue>()
  for (const entry of entries) {
    if (!isContext(entry) || !entry.has('value')) return null
    const key = entry.get('key') ?? null
    if (typeof key !== 'string' || result.has(key)) return null
    result.set(key, entry.get('value') ?? null)
  }
  return result
}

function put(of: FeelContext, keys: FeelList, value: FeelValue): FeelValue {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return new Map([...of, [key, value]])
  const inner = of.get(key) ?? null
  if (!isContext(inner)) return null
  const changed = put(inner, rest, value)
  return changed === null ? null : new Map([...of, [key, changed]])
}

function merged(contexts: FeelList): FeelValue {
  return contexts.every(isContext) ? new Map(contexts.flatMap((of) => [...of])) : null
}

/** The same kind and the same in every part, the zone of a time included. @see DMN 1.5 §10.3.4.6 */
function isSame(left: FeelValue, right: FeelValue): boolean {
  if (isList(left) || isList(right)) {
    return (
      isList(left) &&
      isList(right) &&
      left.length === right.length &&
      left.every((item, index) => isSame(item, right[index] ?? null))
    )
  }
  return identityOf(left) === identityOf(right)
}

function identityOf(value: FeelValue): string {
  return `${kindOf(value)} ${literalOf(value)}`
}
