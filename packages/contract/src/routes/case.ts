const command = { kind: 'command', scope: 'organisation' } as const

export const caseRoutes = {
  'case.addStage': { ...command, method: 'POST', path: '/cases/{containerId}/stages' },
  'case.changeStage': { ...command, method: 'PATCH', path: '/stages/{id}' },
  'case.planItem': { ...command, method: 'PUT', path: '/cases/{containerId}/items/{itemId}' },
  'case.getCase': { kind: 'query', method: 'GET', scope: 'organisation', path: '/cases/{containerId}' },
} as const
