import { useEffect, useSyncExternalStore } from 'react'
import type { Directory } from '../../../platform/store/index.ts'
import { fetchFormulas, hasFormulas, onFormulas } from '../model/formula-engine.ts'

/** Whether formulas can be worked out; what is needed for it is fetched when a field is one. */
export function useFormulas(fields: Directory['fields']): boolean {
  useEffect(() => fetchFormulas(fields), [fields])
  return useSyncExternalStore(onFormulas, hasFormulas)
}
