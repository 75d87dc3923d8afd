import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Input, type Output, type QueryName } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAUSE_MS = 250
const CHANGED = [
  ...(['item', 'relation', 'plan', 'planItem', 'phase', 'baseline', 'container', 'risk'] as const),
  ...(['forecast', 'timeEntry'] as const),
]

/** What is about to be asked for again, by its key: several places may show one answer. */
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

export type PlanAnswer<Name extends QueryName> = {
  readonly answer: Output<Name> | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** What the server says about a plan, asked for again a moment after something in it changed. */
export function usePlanAnswer<Name extends QueryName>(
  name: Name,
  input: Input<Name> & { readonly containerId: string },
): PlanAnswer<Name> {
  const { organisationId } = useStore()
  const queries = useQueryClient()
  const queryKey = [name, organisationId, input.containerId, input] as const
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => await call(name, input, { organisationId, signal }),
    // Another question about a plan keeps the answer in sight, another plan does not.
    placeholderData: (before, from) => (from?.queryKey[2] === input.containerId ? before : undefined),
  })
  useChanges(CHANGED, () => {
    const key = hashKey(queryKey)
    clearTimeout(waiting.get(key))
    const again = () => {
      waiting.delete(key)
      void queries.invalidateQueries({ queryKey, exact: true })
    }
    waiting.set(key, setTimeout(again, PAUSE_MS))
  })
  return { answer: asked.data, error: asked.error, retry: () => void asked.refetch() }
}
