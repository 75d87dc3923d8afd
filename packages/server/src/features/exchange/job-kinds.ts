/** The dry run of a mapped file. */
export const CHECK_JOB = 'exchange.check'
/** The import itself. */
export const RUN_JOB = 'exchange.run'
/** Taking back what an import made. */
export const REVERT_JOB = 'exchange.revert'
/** Letting go of the file of an import that was approved. */
export const TIDY_JOB = 'exchange.tidy'
