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
  'schedule.changePlanItem': {
    ...command,
    method: 'PATCH',
    path: '/projects/{containerId}/plan-items/{itemId}',
  },
  'schedule.setLevelling': { ...command, method: 'PUT', path: '/projects/{containerId}/levelling' },
  'schedule.changePlanSettings': {
    ...command,
    method: 'PATCH',
    path: '/projects/{containerId}/plan-settings',
  },
  'schedule.saveCalendar': { ...command, method: 'PUT', path: '/projects/{containerId}/calendars/{id}' },
  'schedule.removeCalendar': { ...command, method: 'DELETE', path: '/projects/{containerId}/calendars/{id}' },
  'schedule.getItemPlan': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/items/{itemId}/plan',
  },
  'schedule.listResources': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/projects/{containerId}/resources',
  },
  'schedule.saveResource': { ...command, method: 'PUT', path: '/resources/{id}' },
  'schedule.removeResource': { ...command, method: 'DELETE', path: '/resources/{id}' },
  'schedule.assign': { ...command, method: 'POST', path: '/projects/{containerId}/assignments' },
  'schedule.changeAssignment': { ...command, method: 'PATCH', path: '/assignments/{id}' },
  'schedule.unassign': { ...command, method: 'DELETE', path: '/assignments/{id}' },
  'schedule.takeBaseline': { ...command, method: 'POST', path: '/projects/{containerId}/baselines' },
  'schedule.addPhase': { ...command, method: 'POST', path: '/projects/{containerId}/phases' },
  'schedule.changePhase': { ...command, method: 'PATCH', path: '/phases/{id}' },
  'schedule.promotePhase': { ...command, method: 'POST', path: '/phases/{id}/promote' },
  'schedule.placeInPhase': { ...command, method: 'PUT', path: '/items/{itemId}/phase' },
  'schedule.setRollingWave': { ...command, method: 'PUT', path: '/projects/{containerId}/rolling-wave' },
} as const
