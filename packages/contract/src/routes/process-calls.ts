const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const
const command = { kind: 'command', method: 'POST', scope: 'organisation' } as const

export const processCallRoutes = {
  'process.fetchJobs': { ...command, path: '/process-jobs/fetch' },
  'process.completeJob': { ...command, path: '/process-jobs/{id}/complete' },
  'process.failJob': { ...command, path: '/process-jobs/{id}/fail' },
  'process.throwJobError': { ...command, path: '/process-jobs/{id}/error' },
  'process.extendLease': { ...command, path: '/process-jobs/{id}/lease' },
  'process.sendMessage': { ...command, path: '/process-messages' },
  'process.sendSignal': { ...command, path: '/process-signals' },
  'process.listJobs': { ...query, path: '/processes/{containerId}/jobs' },
} as const
