const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const

export const practiceAdoptionRoutes = {
  'practice.listAdoptions': { ...query, path: '/practice-adoptions' },
  'practice.listAdoptionSteps': { ...query, path: '/practice-adoptions/{id}/steps' },
  'practice.chooseForTeam': { ...command, method: 'PUT', path: '/practice-adoptions/{id}' },
  'practice.leaveOutForTeam': { ...command, method: 'DELETE', path: '/practice-adoptions/{id}' },
  'practice.moveAdoption': { ...command, method: 'POST', path: '/practice-adoptions/{id}/move' },
  'practice.reviewAdoption': { ...command, method: 'POST', path: '/practice-adoptions/{id}/review' },
  'practice.listChanges': { ...query, path: '/practice-changes' },
  'practice.changeForType': { ...command, method: 'POST', path: '/practice-changes' },
} as const
