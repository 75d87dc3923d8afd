/** Runs that are calculated together: a table is read 64 times while it is in the cache. */
export const BATCH = 64
