import type { PlanRowView, PlanView } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../../platform/api.ts'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { useStore } from '../../../../platform/store/index.ts'
import { rowsThen } from '../../model/baseline/rows-then.ts'

type Asked = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** With what the chosen baseline is compared: the plan as it is now, or another baseline. */
export function useAgainst({ plan, rows, containerId }: Asked) {
  const { organisationId } = useStore()
  const search = useSearchText()
  const setSearch = useSetSearch()
  const wanted = search['against']
  const against = plan.baselines.find(({ id }) => id === wanted && id !== plan.baseline?.id)?.id ?? null
  const asked = useQuery({
    // Not below the key of the plan: what is changed there at once is a plan, and this is a part of one.
    queryKey: ['schedule.getPlan.baseline', organisationId, containerId, against],
    enabled: against !== null,
    queryFn: async ({ signal }) => {
      const input = { containerId, baselineId: against ?? '' }
      return (await call('schedule.getPlan', input, { organisationId, signal })).baseline
    },
  })
  const remembered = against === null ? null : asked.data
  return {
    against,
    onAgainst: (id: string | null) => setSearch({ against: id ?? undefined }, 'replace'),
    /** Null: the rows as they are now. */
    rowsThen: useMemo(() => (remembered ? rowsThen(rows, remembered.rows) : null), [rows, remembered]),
  }
}
