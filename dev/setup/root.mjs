/** The root of the working tree, as a directory URL. */
export const root = new URL('../../', import.meta.url)
