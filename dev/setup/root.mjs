import { fileURLToPath } from 'node:url'

/** The root of the working tree, as a path. */
export const root = fileURLToPath(new URL('../../', import.meta.url))
