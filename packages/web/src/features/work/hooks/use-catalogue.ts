import { createCatalogue, type ItemType, type QueryCatalogue } from '@millrace/core/work'
import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'

/** The organisation's names as the query language looks them up. */
export function useCatalogue(): QueryCatalogue {
  const { people, teams, labels, types, containers, fields } = useDirectory()
  return useMemo(
    () =>
      createCatalogue({
        people: [...people.values()],
        teams: [...teams.values()],
        labels: [...labels.values()],
        // The server sends only types that core has checked.
        types: [...types.values()] as readonly Pick<ItemType, 'id' | 'name' | 'workflow'>[],
        containers: [...containers.values()],
        customFields: [...fields.values()],
      }),
    [people, teams, labels, types, containers, fields],
  )
}
