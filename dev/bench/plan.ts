import { runParts } from './run-parts.ts'

/** Benches of planning, each in a file of its own: `npm run bench:plan -- [PART ...]`. */
await runParts({
  tj3: () => import('./plan/plan-tj3.ts'),
  network: () => import('./plan/plan-network.ts'),
  risk: () => import('./plan/plan-risk.ts'),
  project: () => import('./plan/plan-project.ts'),
})
