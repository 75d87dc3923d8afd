import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '../../../platform/api.ts'
import { useDirectory, useStore } from '../../../platform/store/index.ts'

const LIMIT = 20

type Found = { readonly id: string; readonly key: string; readonly title: string }

/**
 * Items whose key or title has the words, those of a project first; without words the latest ones of that.
 *
 * @param where whether items of other projects are wanted, too
 */
export function useItemsToWaitFor(
  containerId: string,
  text: string,
  where: 'project' | 'everywhere',
): readonly Found[] {
  const { organisationId } = useStore()
  const { containers } = useDirectory()
  const key = containers.get(containerId)?.key
  const settled = useDeferredValue(text.trim())
  const asked = useQuery({
    queryKey: ['work.listItems', organisationId, 'of', containerId, where, settled],
    enabled: key !== undefined,
    queryFn: async ({ signal }) => {
      const name = JSON.stringify(key)
      const words = settled === '' ? '' : ` and text ~ ${JSON.stringify(settled)}`
      const find = async (place: string) => {
        const query = `${place}${words} order by updated desc`
        return (await call('work.listItems', { query, limit: LIMIT }, { organisationId, signal })).items
      }
      const own = await find(`container = ${name}`)
      const isEnough = where === 'project' || settled === '' || own.length === LIMIT
      return isEnough ? own : [...own, ...(await find(`container != ${name}`))]
    },
    placeholderData: keepPreviousData,
  })
  return asked.data ?? []
}
