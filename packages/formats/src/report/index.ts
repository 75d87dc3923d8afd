export { createProblemLog, excerpt, type ProblemLog, type ProblemReport } from './problem-log.ts'
