import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '../../../platform/api.ts'
import { useDirectory, useStore } from '../../../platform/store/index.ts'

const LIMIT = 20

type Found = { readonly id: string; readonly key: string; readonly title: string }

/** Items whose key or title has the words, those of a project first; without words the latest ones of that. */
export function useItemsToWaitFor(containerId: string, text: string): readonly Found[] {
  const { organisationId } = useStore()
  const { containers } = useDirectory()
  const key = containers.get(containerId)?.key
  const settled = useDeferredValue(text.trim())
  const asked = useQuery({
    queryKey: ['work.listItems', organisationId, 'of', containerId, settled],
    enabled: key !== undefined,
    queryFn: async ({ signal }) => {
      const name = JSON.stringify(key)
      const words = settled === '' ? '' : ` and text ~ ${JSON.stringify(settled)}`
      const find = async (where: string) => {
        const query = `${where}${words} order by updated desc`
        return (await call('work.listItems', { query, limit: LIMIT }, { organisationId, signal })).items
      }
      const own = await find(`container = ${name}`)
      return settled === '' || own.length === LIMIT ? own : [...own, ...(await find(`container != ${name}`))]
    },
    placeholderData: keepPreviousData,
  })
  return asked.data ?? []
}
