import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useDirectory, useStore } from '../../../platform/store/index.ts'

/** The catalogue of practices, kept up to date. */
export function usePractices() {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listPractices', organisationId],
    queryFn: async ({ signal }) => await call('practice.listPractices', {}, { organisationId, signal }),
  })
  useChanges(['practice'], () => void asked.refetch())
  return asked
}

/** The types of artifact, kept up to date. */
export function useArtifactTypes() {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listArtifactTypes', organisationId],
    queryFn: async ({ signal }) => await call('practice.listArtifactTypes', {}, { organisationId, signal }),
  })
  useChanges(['artifactType', 'practice'], () => void asked.refetch())
  return asked
}

/** One practice with everything beside it, kept up to date. */
export function usePractice(id: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.getPractice', organisationId, id],
    queryFn: async ({ signal }) => await call('practice.getPractice', { id }, { organisationId, signal }),
  })
  useChanges(['practice'], (changes) => {
    if (changes === 'all' || changes.some((change) => change.id === id)) void asked.refetch()
  })
  return asked
}

/** Practices that items name and the catalogue does not know. */
export function useUndescribed() {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listUndescribed', organisationId],
    queryFn: async ({ signal }) => await call('practice.listUndescribed', {}, { organisationId, signal }),
  })
  useChanges(['practice'], () => void asked.refetch())
  return asked
}

/** Who keeps the catalogue besides those who run the organisation. */
export function useMethodManagers(): readonly string[] {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.listMethodManagers', organisationId],
    queryFn: async ({ signal }) => await call('practice.listMethodManagers', {}, { organisationId, signal }),
  })
  useChanges(['methodManagers'], () => void asked.refetch())
  return asked.data?.personIds ?? []
}

/** Whether the person runs the organisation, and says who keeps the catalogue. */
export function useMayAppoint(): boolean {
  const { me } = useDirectory()
  return me.orgRole === 'owner' || me.orgRole === 'admin'
}

/** Whether the person keeps the catalogue. */
export function useMayKeep(): boolean {
  const { me } = useDirectory()
  const managers = useMethodManagers()
  return useMayAppoint() || managers.includes(me.personId)
}
