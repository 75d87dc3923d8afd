import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Input, type Output } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

/** A provider as its settings show it. */
export type Provider = Output<'identity.listProviders'>['providers'][number]

/** The providers of the organisation, and what can be done to them. */
export function useProviders(isAllowed: boolean) {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const key = ['providers', organisationId]
  const at = { organisationId }
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  return {
    asked: useQuery({
      queryKey: key,
      queryFn: () => call('identity.listProviders', {}, at),
      enabled: isAllowed,
    }),
    create: (input: Input<'identity.createProvider'>) =>
      call('identity.createProvider', input, at).then(refresh),
    change: (input: Input<'identity.changeProvider'>) =>
      call('identity.changeProvider', input, at).then(refresh),
    remove: (id: string) => call('identity.removeProvider', { id }, at).then(refresh),
    test: useMutation({
      mutationFn: (id: string) => call('identity.testProvider', { organisationId, id }),
    }),
  }
}
