import { useQuery } from '@tanstack/react-query'
import { call, type Output } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** A name by which items mean a practice of the catalogue. */
export type PracticeName = Output<'practice.listNames'>['names'][number]

/** The names of the catalogue of practices, kept up to date; undefined while they are not known. */
export function usePracticeNames(): readonly PracticeName[] | undefined {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listNames', organisationId],
    queryFn: async ({ signal }) => await call('practice.listNames', {}, { organisationId, signal }),
  })
  useChanges(['practice'], () => void asked.refetch())
  return asked.data?.names
}
