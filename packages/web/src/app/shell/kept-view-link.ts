import { paths, type SearchText } from '../../platform/navigation.ts'
import type { Directory, SavedView } from '../../platform/store/index.ts'

/** Where a kept view is shown, and the search parameters that show it; the address also says which view it is. */
export function keptViewLink(
  view: SavedView,
  { slug, containers }: { readonly slug: string; readonly containers: Directory['containers'] },
): { readonly to: string; readonly search: SearchText } {
  const container = view.containerId === null ? undefined : containers.get(view.containerId)
  const texts = Object.entries(view.settings).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    to: container ? paths.container(slug, container.key) : paths.items(slug),
    search: { ...Object.fromEntries(texts), kept: view.id },
  }
}
