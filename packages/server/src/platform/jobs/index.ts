export { createDailyJobs, type DailyWork, planDaily } from './daily.ts'
export { enqueue, type Job, type NewJob } from './store.ts'
export { type JobHandler, startWorker, type Worker } from './worker.ts'
