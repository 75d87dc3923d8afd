/** Reads the texts of files that have just come. */
export const READ_FILES_JOB = 'search.read-files'
