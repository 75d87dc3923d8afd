import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { useNow } from '../../../ui/index.ts'
import type { Lookup } from '../model/lookup.ts'
import { useFormulas } from './use-formulas.ts'

/** The directory together with the present moment and the organisation's day; the same object until one of the two moves on. */
export function useLookup(): Lookup {
  const directory = useDirectory()
  const now = useNow()
  const hasFormulas = useFormulas(directory.fields)
  return useMemo(
    () => ({ ...directory, now, today: dayOf(now, directory.organisation.timeZone), hasFormulas }),
    [directory, now, hasFormulas],
  )
}
