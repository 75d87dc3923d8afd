import { useMemo } from 'react'
import type { Badge } from '../../../ui/bpmn/index.ts'
import { useNow } from '../../../ui/index.ts'
import { formatClockSpan } from '../model/clock-span.ts'
import { modelTexts } from '../texts-model.ts'
import { useLiveCounts } from './use-live-counts.ts'
import { useProcess } from './use-process.ts'

const { at } = modelTexts

/** What goes on at the elements of a process now, to be shown on its picture and said. */
export function useLiveBadges(containerId: string) {
  const { data } = useProcess(containerId)
  const live = useLiveCounts(containerId)
  const now = useNow()
  return useMemo(() => {
    const badges = live.flatMap(({ elementId, tokens, waiting, incidents, oldestAt }): readonly Badge[] => {
      const span = oldestAt === null ? null : formatClockSpan(now - oldestAt)
      const badge = (kind: Badge['kind'], text: string, title: string) => ({ elementId, kind, text, title })
      return [
        ...(tokens > 0 ? [badge('count', String(tokens), at.count(tokens))] : []),
        ...(span !== null ? [badge('age', span, at.age(span))] : []),
        ...(waiting > 0 ? [badge('waiting', String(waiting), at.waiting(waiting))] : []),
        ...(incidents > 0 ? [badge('incident', String(incidents), at.incident(incidents))] : []),
      ]
    })
    const said = Map.groupBy(badges, ({ elementId }) => elementId)
    const steps = new Map(data?.steps.map((step) => [step.elementId, step.id]))
    return {
      badges,
      sayOf: (id: string) => (said.get(id) ?? []).map(({ title }) => title).join(', '),
      stepOf: (id: string) => steps.get(id) ?? null,
    }
  }, [data, live, now])
}
