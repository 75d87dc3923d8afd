/** How many commands are done together at most, in one transaction: a large table pasted into a plan is one step. */
export const BATCH_MAX = 25_000
