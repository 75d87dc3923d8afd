import type { ModelReferences } from '@millrace/contract'
import { type KnownReferences, knownReferences } from '@millrace/core/process'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const NOTHING: ModelReferences = { decisions: [], forms: [], processes: [], calendars: [], origins: [] }

/** What the model of a process may name, kept up to date; until it is known, nothing is missed. */
export function useReferences(containerId: string): {
  readonly references: ModelReferences
  readonly known: KnownReferences | undefined
} {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getReferences', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.getReferences', { containerId }, { organisationId, signal }),
  })
  useChanges(['decision', 'form', 'model'], () => void asked.refetch())
  const { data } = asked
  const known = useMemo(() => data && knownReferences(data), [data])
  return { references: data ?? NOTHING, known }
}
