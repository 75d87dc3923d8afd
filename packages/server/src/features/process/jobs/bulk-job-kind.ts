/** The job that does the same to many instances. */
export const BULK_JOB = 'process.bulk'
