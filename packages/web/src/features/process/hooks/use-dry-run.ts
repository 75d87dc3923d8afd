import type { MigrationReportView } from '@millrace/contract'
import { useState } from 'react'
import { call, type Input } from '../../../platform/api.ts'
import { Refused } from '../../../platform/refused.ts'
import { useStore } from '../../../platform/store/index.ts'

type Wanted = Omit<Input<'process.migrateInstances'>, 'id' | 'reason' | 'plan'> & {
  readonly plan: Readonly<Record<string, string | null>>
}

const PAGE = 100

/** A dry run of a migration, a page at a time. */
export function useDryRun({ containerId, to, plan, which }: Wanted) {
  const { organisationId } = useStore()
  const [reports, setReports] = useState<readonly MigrationReportView[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const read = async (cursor: string | null, before: readonly MigrationReportView[]) => {
    setBusy(true)
    try {
      const chosen = 'ids' in which ? { ids: which.ids.slice(0, PAGE).join() } : which.filter
      const input = {
        containerId,
        to,
        plan: planText(plan),
        ...chosen,
        limit: PAGE,
        ...(cursor ? { cursor } : {}),
      }
      const answer = await call('process.checkMigration', input, { organisationId })
      setReports([...before, ...answer.reports])
      setNext(answer.next)
      setRefused(null)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    } finally {
      setBusy(false)
    }
  }
  return {
    reports,
    refused,
    isBusy,
    ask: () => read(null, []),
    more: next === null ? null : () => void read(next, reports ?? []),
    forget: () => setReports(null),
  }
}

/** A dry run as its parts show it. */
export type DryRunState = ReturnType<typeof useDryRun>

function planText(plan: Wanted['plan']): string {
  return Object.entries(plan)
    .map(([from, to]) => `${from}>${to ?? ''}`)
    .join()
}
