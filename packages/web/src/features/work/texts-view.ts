/** What lists, tables, boards and their tool bar say. */
export const textsView = {
  somebody: 'somebody',
  none: 'none',
  select: (key: string) => `Select ${key}`,
  selectAll: 'Select everything shown',
  resize: (column: string) => `Width of ${column}`,
  cell: (field: string, value: string) => `${field}: ${value}`,
  addTo: (group: string) => `Add an item to ${group}`,
  newItem: 'New item',
  newItemHint: 'What is to be done? Paste a list to make many.',
  nothingFound: 'Nothing matches this filter.',
  wipLimit: (count: number, limit: number) => `${String(count)} items, the limit is ${String(limit)}`,
  column: (name: string, count: number) => `${name}, ${String(count)} items`,
  emptyColumn: 'Nothing here',
  overLimit: 'over the limit',
} as const
