import type { SearchResult } from '@millrace/contract'
import { useCallback } from 'react'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'

/** Opens items, and what belongs to them, beside the page; a file of a container where it lies. */
export function useOpenResult(): (result: SearchResult) => void {
  const { containers } = useDirectory()
  const peek = usePeek()
  const slug = useSlug()
  const go = useGo()
  return useCallback(
    (result) => {
      const container = containers.get(result.containerId)
      if (result.itemKey !== null)
        peek.open(result.itemKey, result.kind === 'comment' ? `comment-${result.id}` : undefined)
      else if (container) go(paths.container(slug, container.key, 'files'))
    },
    [containers, peek, slug, go],
  )
}
