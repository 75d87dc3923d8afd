const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const practiceArtifactRoutes = {
  'practice.listArtifacts': { ...query, path: '/artifacts' },
  'practice.getArtifact': { ...query, path: '/artifacts/{id}' },
  'practice.saveArtifact': { ...command, method: 'PUT', path: '/artifacts/{id}' },
  'practice.archiveArtifact': { ...command, method: 'DELETE', path: '/artifacts/{id}' },
  'practice.restoreArtifact': { ...command, method: 'POST', path: '/artifacts/{id}/restore' },
  'practice.listAsked': { ...query, path: '/items/{itemId}/artifacts' },
  'practice.askFor': { ...command, method: 'PUT', path: '/items/{itemId}/artifacts/{artifactId}' },
  'practice.stopAskingFor': { ...command, method: 'DELETE', path: '/items/{itemId}/artifacts/{artifactId}' },
} as const
