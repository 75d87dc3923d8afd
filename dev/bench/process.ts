import { runParts } from './run-parts.ts'

/** Benches of processes and decisions, each in a file of its own: `npm run bench:process -- [PART ...] [--scale 0.1]`. */
await runParts({
  decisions: () => import('./process/decisions.ts'),
  engines: () => import('./process/engines.ts'),
  lists: () => import('./process/lists.ts'),
  completions: () => import('./process/completions.ts'),
  bulk: () => import('./process/bulk.ts'),
  timers: () => import('./process/timers.ts'),
  jobs: () => import('./process/jobs.ts'),
  growth: () => import('./process/growth.ts'),
})
