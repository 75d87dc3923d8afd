const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processRoutes = {
  'process.addStep': { ...command, method: 'POST', path: '/processes/{containerId}/steps' },
  'process.changeStep': { ...command, method: 'PATCH', path: '/steps/{id}' },
  'process.removeStep': { ...command, method: 'DELETE', path: '/steps/{id}' },
  'process.startInstance': { ...command, method: 'POST', path: '/processes/{containerId}/instances' },
  'process.cancelInstance': { ...command, method: 'POST', path: '/instances/{id}/cancel' },
  'process.getProcess': { ...query, path: '/processes/{containerId}' },
  'process.listInstances': { ...query, path: '/processes/{containerId}/instances' },
} as const
