const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const practiceRoutes = {
  'practice.listPractices': { ...query, path: '/practices' },
  'practice.listNames': { ...query, path: '/practice-names' },
  'practice.listUndescribed': { ...query, path: '/undescribed-practices' },
  'practice.getPractice': { ...query, path: '/practices/{id}' },
  'practice.getForItem': { ...query, path: '/items/{itemId}/practice' },
  'practice.getEffect': { ...query, path: '/practices/{id}/effect' },
  'practice.savePractice': { ...command, method: 'PUT', path: '/practices/{id}' },
  'practice.publishPractice': { ...command, method: 'POST', path: '/practices/{id}/publish' },
  'practice.archivePractice': { ...command, method: 'DELETE', path: '/practices/{id}' },
  'practice.restorePractice': { ...command, method: 'POST', path: '/practices/{id}/restore' },
  'practice.listMethodManagers': { ...query, path: '/method-managers' },
  'practice.setMethodManagers': { ...command, method: 'PUT', path: '/method-managers' },
  'practice.listArtifactTypes': { ...query, path: '/artifact-types' },
  'practice.saveArtifactType': { ...command, method: 'PUT', path: '/artifact-types/{id}' },
  'practice.archiveArtifactType': { ...command, method: 'DELETE', path: '/artifact-types/{id}' },
  'practice.restoreArtifactType': { ...command, method: 'POST', path: '/artifact-types/{id}/restore' },
} as const
