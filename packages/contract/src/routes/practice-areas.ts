const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const practiceAreaRoutes = {
  'practice.getAreas': { ...query, path: '/areas-of-interest' },
  'practice.getAreaLabels': { ...query, path: '/area-labels' },
  'practice.nameArea': { ...command, method: 'PUT', path: '/area-labels' },
  'practice.markArea': { ...command, method: 'PUT', path: '/area-marks' },
} as const
