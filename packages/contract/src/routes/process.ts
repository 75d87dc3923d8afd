const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processRoutes = {
  'process.saveDraft': { ...command, method: 'PUT', path: '/processes/{containerId}/draft' },
  'process.discardDraft': { ...command, method: 'DELETE', path: '/processes/{containerId}/draft' },
  'process.publishModel': { ...command, method: 'POST', path: '/processes/{containerId}/versions' },
  'process.startInstance': { ...command, method: 'POST', path: '/processes/{containerId}/instances' },
  'process.cancelInstance': { ...command, method: 'POST', path: '/instances/{id}/cancel' },
  'process.completeStep': { ...command, method: 'POST', path: '/items/{itemId}/complete-step' },
  'process.getProcess': { ...query, path: '/processes/{containerId}' },
  'process.getModel': { ...query, path: '/processes/{containerId}/model' },
  'process.listVersions': { ...query, path: '/processes/{containerId}/versions' },
  'process.listInstances': { ...query, path: '/processes/{containerId}/instances' },
} as const
