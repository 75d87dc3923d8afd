const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processLevelRoutes = {
  'process.setServiceLevel': { ...command, method: 'PUT', path: '/service-levels/{id}' },
  'process.removeServiceLevel': { ...command, method: 'DELETE', path: '/service-levels/{id}' },
  'process.getServiceLevels': { ...query, path: '/processes/{containerId}/service-levels' },
  'process.listLevelClocks': { ...query, path: '/processes/{containerId}/level-clocks' },
} as const
