/** The title of an item as it is stored. */
export function tidyTitle(title: string): string {
  return title.trim()
}
