import { words } from '../../platform/language/index.ts'

/** What the pages of this part say about themselves. */
export const textsPages = words('features/work/texts-pages', {
  allItems: 'All items',
  itemsFailed: 'The items could not be loaded',
  loadMore: 'Load more',
  noItems: 'No items yet',
  noItemsHint: 'Here is all work of the organisation, whatever project, process or case it belongs to.',
  toProjects: 'Go to the projects',
})
