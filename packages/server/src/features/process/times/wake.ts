/** What a worker is woken for, organisation by organisation. */
export const WAKE_JOBS = {
  timers: 'process.timers',
  levels: 'process.levels',
} as const
