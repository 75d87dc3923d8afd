import type { RefusalEntry } from './entry.ts'

export const processCallRefusals = {
  'process.job_not_held': {
    status: 409,
    sentence: 'The job is not held by {worker} any more.',
    remedy: 'Leave it: it is given to another worker, or was done. Fetch jobs again, and hold them longer.',
  },
} as const satisfies Record<string, RefusalEntry>
