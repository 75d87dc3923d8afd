const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processScheduleRoutes = {
  'process.saveSchedule': { ...command, method: 'PUT', path: '/start-schedules/{id}' },
  'process.removeSchedule': { ...command, method: 'DELETE', path: '/start-schedules/{id}' },
  'process.pauseSchedule': { ...command, method: 'POST', path: '/start-schedules/{id}/pause' },
  'process.resumeSchedule': { ...command, method: 'POST', path: '/start-schedules/{id}/resume' },
  'process.listSchedules': { ...query, path: '/processes/{containerId}/start-schedules' },
} as const
