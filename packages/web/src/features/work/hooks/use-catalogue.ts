import { createCatalogue, type ItemType, NO_FORMULAS, type QueryCatalogue } from '@millrace/core/work'
import { useMemo } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { formulasOf } from '../model/formula-engine.ts'
import { useFormulas } from './use-formulas.ts'

/** The organisation's names as the query language looks them up. */
export function useCatalogue(): QueryCatalogue {
  const { people, teams, labels, types, containers, fields } = useDirectory()
  const hasFormulas = useFormulas(fields)
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
        formulas: hasFormulas ? formulasOf(fields) : NO_FORMULAS,
      }),
    [people, teams, labels, types, containers, fields, hasFormulas],
  )
}
