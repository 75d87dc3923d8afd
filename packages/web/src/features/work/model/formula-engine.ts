import type { FieldView } from '@millrace/contract'
import { type FieldFormulas, NO_FORMULAS } from '@millrace/core/work'
import type { Directory } from '../../../platform/store/index.ts'

type Fields = Directory['fields']
type Make = (fields: Iterable<FieldView>) => FieldFormulas

let make: Make | null = null
let fetching = false
const listeners = new Set<() => void>()
/** Checked formulas, as long as the fields stay the same. */
const kept = new WeakMap<Fields, FieldFormulas>()

/** The formulas of an organisation's fields; none until what works them out is there. */
export function formulasOf(fields: Fields): FieldFormulas {
  if (!make) return NO_FORMULAS
  const known = kept.get(fields)
  if (known) return known
  const fresh = make(fields.values())
  kept.set(fields, fresh)
  return fresh
}

/** Whether what works formulas out is there. */
export function hasFormulas(): boolean {
  return make !== null
}

/** Fetches what works formulas out, if one of the fields is a formula. */
export function fetchFormulas(fields: Fields): void {
  if (fetching || ![...fields.values()].some(({ kind }) => kind === 'formula')) return
  fetching = true
  void import('./make-formulas.ts').then(
    ({ makeFormulas }) => {
      make = makeFormulas
      for (const tell of listeners) tell()
    },
    () => {
      // Without a connection formulas stay empty; the next look tries again.
      fetching = false
    },
  )
}

/** Tells when it has come. */
export function onFormulas(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
