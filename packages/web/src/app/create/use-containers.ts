import { useLocation } from '@tanstack/react-router'
import { useWritableContainers } from '../../features/work/hooks/use-writable-containers.ts'
import { usePeek } from '../../platform/navigation.ts'
import { useItemByKey } from '../../platform/store/index.ts'

const LAST = 'millrace.container'

/** Where a new item most likely belongs: the container that is open, that of the open item, or the last one used. */
export function useStartContainer(wanted: string | undefined): string | null {
  const writable = useWritableContainers()
  const { pathname } = useLocation()
  const peek = usePeek()
  const [, , , part, key] = pathname.split('/')
  const item = useItemByKey(part === 'i' ? key : peek.key)
  const open = part === 'c' ? writable.find((container) => container.key === key)?.id : undefined
  const wishes = [wanted, open, item?.containerIds[0], localStorage.getItem(LAST), writable[0]?.id]
  return wishes.find((id) => writable.some((container) => container.id === id)) ?? null
}

export function rememberContainer(id: string): void {
  localStorage.setItem(LAST, id)
}
