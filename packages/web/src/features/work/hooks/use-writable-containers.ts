import { useMemo } from 'react'
import { type Container, useDirectory } from '../../../platform/store/index.ts'
import { canCreateIn } from '../model/access.ts'

/** Containers the person may add to, by name. */
export function useWritableContainers(): readonly Container[] {
  const { containers } = useDirectory()
  return useMemo(
    () => [...containers.values()].filter(canCreateIn).toSorted((a, b) => a.name.localeCompare(b.name)),
    [containers],
  )
}
