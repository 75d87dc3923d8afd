const command = { kind: 'command', method: 'POST', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const processRepairRoutes = {
  'process.listIncidents': { ...query, path: '/process-incidents' },
  'process.groupIncidents': { ...query, path: '/process-incidents/causes' },
  'process.getStanding': { ...query, path: '/instances/{id}/standing' },
  'process.listHistory': { ...query, path: '/instances/{id}/history' },
  'process.listValueChanges': { ...query, path: '/instances/{id}/value-changes' },
  'process.writeValues': { ...command, path: '/instances/{id}/values' },
  'process.repairInstance': { ...command, path: '/instances/{id}/repairs' },
  'process.repairInstances': { ...command, path: '/processes/{containerId}/repairs' },
  'process.migrateInstances': { ...command, path: '/processes/{containerId}/migrations' },
  'process.checkMigration': { ...query, path: '/processes/{containerId}/migrations/check' },
  'process.suggestMigration': { ...query, path: '/processes/{containerId}/migrations/suggestion' },
  'process.stopBulk': { ...command, path: '/process-bulks/{id}/stop' },
  'process.getBulk': { ...query, path: '/process-bulks/{id}' },
  'process.listBulks': { ...query, path: '/processes/{containerId}/bulks' },
} as const
