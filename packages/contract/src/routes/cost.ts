const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const costRoutes = {
  'cost.startTimer': { ...command, method: 'POST', path: '/items/{itemId}/timer' },
  'cost.stopTimer': { ...command, method: 'POST', path: '/time-entries/{id}/stop' },
  'cost.addTime': { ...command, method: 'POST', path: '/items/{itemId}/time-entries' },
  'cost.changeTime': { ...command, method: 'PATCH', path: '/time-entries/{id}' },
  'cost.removeTime': { ...command, method: 'DELETE', path: '/time-entries/{id}' },
  'cost.getEarnedValue': { ...query, path: '/projects/{containerId}/earned-value' },
  'cost.listEarnedValue': { ...query, path: '/earned-value' },
  'cost.listItemTime': { ...query, path: '/items/{itemId}/time-entries' },
  'cost.listMyTime': { ...query, path: '/time-entries/mine' },
  'cost.getTimer': { ...query, path: '/timer' },
} as const
