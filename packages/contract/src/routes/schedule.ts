const command = { kind: 'command', scope: 'organisation' } as const

export const scheduleRoutes = {
  'schedule.getPlan': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/projects/{containerId}/plan',
  },
  'schedule.getHealth': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/projects/{containerId}/plan-health',
  },
  'schedule.getForecast': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/projects/{containerId}/forecast',
  },
  'schedule.startForecast': { ...command, method: 'POST', path: '/projects/{containerId}/forecast' },
  'schedule.stopForecast': { ...command, method: 'DELETE', path: '/projects/{containerId}/forecast' },
  'schedule.setEarningRule': {
    ...command,
    method: 'PUT',
    path: '/projects/{containerId}/plan-items/{itemId}/earning-rule',
  },
  'schedule.saveRisk': { ...command, method: 'PUT', path: '/projects/{containerId}/risks/{id}' },
  'schedule.removeRisk': { ...command, method: 'DELETE', path: '/projects/{containerId}/risks/{id}' },
  'schedule.changePlanItem': {
    ...command,
    method: 'PATCH',
    path: '/projects/{containerId}/plan-items/{itemId}',
  },
  'schedule.changePlanSettings': {
    ...command,
    method: 'PATCH',
    path: '/projects/{containerId}/plan-settings',
  },
  'schedule.saveCalendar': { ...command, method: 'PUT', path: '/projects/{containerId}/calendars/{id}' },
  'schedule.removeCalendar': { ...command, method: 'DELETE', path: '/projects/{containerId}/calendars/{id}' },
  'schedule.takeBaseline': { ...command, method: 'POST', path: '/projects/{containerId}/baselines' },
  'schedule.addPhase': { ...command, method: 'POST', path: '/projects/{containerId}/phases' },
  'schedule.changePhase': { ...command, method: 'PATCH', path: '/phases/{id}' },
  'schedule.promotePhase': { ...command, method: 'POST', path: '/phases/{id}/promote' },
  'schedule.placeInPhase': { ...command, method: 'PUT', path: '/items/{itemId}/phase' },
  'schedule.setRollingWave': { ...command, method: 'PUT', path: '/projects/{containerId}/rolling-wave' },
} as const
