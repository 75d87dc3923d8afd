const command = { kind: 'command', scope: 'organisation' } as const

export const scheduleRoutes = {
  'schedule.getPlan': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/projects/{containerId}/plan',
  },
  'schedule.takeBaseline': { ...command, method: 'POST', path: '/projects/{containerId}/baselines' },
  'schedule.addPhase': { ...command, method: 'POST', path: '/projects/{containerId}/phases' },
  'schedule.changePhase': { ...command, method: 'PATCH', path: '/phases/{id}' },
} as const
