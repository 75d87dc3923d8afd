import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call, type Input, type Output, type QueryName } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAUSE_MS = 250
const CHANGED = [
  ...(['item', 'relation', 'plan', 'planItem', 'phase', 'baseline', 'container', 'risk'] as const),
  ...(['forecast', 'timeEntry'] as const),
]

export type PlanAnswer<Name extends QueryName> = {
  readonly answer: Output<Name> | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** What the server says about a plan, asked for again a moment after something in it changed. */
export function usePlanAnswer<Name extends QueryName>(name: Name, input: Input<Name>): PlanAnswer<Name> {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: [name, organisationId, input],
    queryFn: async ({ signal }) => await call(name, input, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(CHANGED, () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return { answer: asked.data, error: asked.error, retry: () => void refetch() }
}
