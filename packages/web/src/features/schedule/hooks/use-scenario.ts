import { useCallback, useMemo, useState } from 'react'
import { newId } from '../../../platform/new-id.ts'
import { NO_CHANGES, readScenario, type Scenario, type Trial, withTrial } from '../model/scenario.ts'

/** What moving bars and drawing links does while a scenario is open: it changes that and nothing else. */
export type ScenarioMoves = {
  readonly add: (trial: Trial) => void
  readonly link: (fromId: string, toId: string) => void
}

/** The scenario of a project, kept on this device until it is carried out or dropped. */
export function useScenario(containerId: string) {
  const key = `millrace.scenario.${containerId}`
  const [scenario, setScenario] = useState<Scenario | null>(() => readScenario(localStorage.getItem(key)))
  const change = useCallback(
    (make: (before: Scenario) => Scenario | null) =>
      setScenario((before) => {
        const next = make(before ?? NO_CHANGES)
        if (next === null) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  const moves = useMemo<ScenarioMoves>(
    () => ({
      add: (trial) => change((before) => withTrial(before, trial)),
      link: (fromId, toId) =>
        change(({ trials, links }) => ({
          trials,
          links: [
            ...links,
            {
              ...{ id: newId(), fromId, toId, kind: 'precedes', linkType: 'FS' },
              ...{ lag: 0, lagUnit: 'workingMin' },
            } as const, // Their literals are those of relations.
          ],
        })),
    }),
    [change],
  )
  return {
    scenario,
    moves: scenario === null ? null : moves,
    begin: () => change(() => NO_CHANGES),
    drop: () => change(() => null),
  }
}
