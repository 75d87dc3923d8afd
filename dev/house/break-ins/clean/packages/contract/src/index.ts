/** The names of the operations. */
export const operations = ['work.closeItem'] as const
