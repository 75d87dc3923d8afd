import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '../../../platform/api.ts'
import { useDirectory, useStore } from '../../../platform/store/index.ts'

const LIMIT = 20

/** Items of a project whose key or title has the words; the latest ones without any. */
export function useItemsToWaitFor(
  containerId: string,
  text: string,
): readonly { readonly id: string; readonly key: string; readonly title: string }[] {
  const { organisationId } = useStore()
  const { containers } = useDirectory()
  const key = containers.get(containerId)?.key
  const settled = useDeferredValue(text.trim())
  const asked = useQuery({
    queryKey: ['work.listItems', organisationId, 'of', containerId, settled],
    enabled: key !== undefined,
    queryFn: async ({ signal }) => {
      const words = settled === '' ? '' : ` and text ~ ${JSON.stringify(settled)}`
      const query = `container = ${JSON.stringify(key)}${words} order by updated desc`
      return (await call('work.listItems', { query, limit: LIMIT }, { organisationId, signal })).items
    },
    placeholderData: keepPreviousData,
  })
  return asked.data ?? []
}
