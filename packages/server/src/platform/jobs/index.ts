export { enqueue, type Job, type NewJob } from './store.ts'
export { type JobHandler, startWorker, type Worker } from './worker.ts'
