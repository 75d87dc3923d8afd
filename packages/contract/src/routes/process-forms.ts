const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processFormRoutes = {
  'process.saveForm': { ...command, method: 'POST', path: '/processes/{containerId}/forms' },
  'process.removeForm': { ...command, method: 'DELETE', path: '/forms/{id}' },
  'process.restoreForm': { ...command, method: 'POST', path: '/forms/{id}/restore' },
  'process.listForms': { ...query, path: '/processes/{containerId}/forms' },
  'process.getStartForm': { ...query, path: '/processes/{containerId}/start-form' },
  'process.getStepForm': { ...query, path: '/items/{itemId}/form' },
  'process.getForm': { ...query, path: '/forms/{id}' },
} as const
