const command = { kind: 'command', scope: 'organisation' } as const
const query = { kind: 'query', method: 'GET', scope: 'organisation' } as const
const account = { kind: 'query', method: 'GET', scope: 'account' } as const
const visit = { kind: 'command', method: 'POST', scope: 'account' } as const

export const identityRoutes = {
  'identity.getMe': { ...account, path: '/me' },
  'identity.changeAccount': { kind: 'command', method: 'PATCH', scope: 'account', path: '/me' },
  'identity.listSessions': { ...account, path: '/me/sessions' },
  'identity.revokeSession': {
    kind: 'command',
    method: 'DELETE',
    scope: 'account',
    path: '/me/sessions/{id}',
  },
  'identity.revokeOtherSessions': { ...visit, path: '/me/sessions/end-others' },
  'identity.getSecurity': { ...account, path: '/me/security' },
  'identity.removePasskey': {
    kind: 'command',
    method: 'DELETE',
    scope: 'account',
    path: '/me/passkeys/{id}',
  },
  'identity.disconnectProvider': {
    kind: 'command',
    method: 'DELETE',
    scope: 'account',
    path: '/me/providers/{id}',
  },
  'identity.createOrganisation': {
    kind: 'command',
    method: 'POST',
    scope: 'account',
    path: '/organisations',
  },
  'identity.changeOrganisation': { ...command, method: 'PATCH', path: '/organisation' },
  'identity.addPerson': { ...command, method: 'POST', path: '/people' },
  'identity.changePerson': { ...command, method: 'PATCH', path: '/people/{id}' },
  'identity.createTeam': { ...command, method: 'POST', path: '/teams' },
  'identity.changeTeam': { ...command, method: 'PATCH', path: '/teams/{id}' },
  'identity.setTeamMembers': { ...command, method: 'PUT', path: '/teams/{id}/members' },
  'identity.createInvitation': { ...command, method: 'POST', path: '/invitations' },
  'identity.renewInvitation': { ...command, method: 'POST', path: '/invitations/{id}/renew' },
  'identity.revokeInvitation': { ...command, method: 'DELETE', path: '/invitations/{id}' },
  'identity.listInvitations': { ...query, path: '/invitations' },
  // Asked by POST, so that the secret stands in no address and so in no log.
  'identity.openInvitation': { ...visit, path: '/invitations/open' },
  'identity.acceptInvitation': { ...visit, path: '/invitations/accept' },
  'identity.listAudit': { ...query, path: '/audit' },
  'identity.exportAudit': { kind: 'download', method: 'GET', scope: 'organisation', path: '/audit.csv' },
  'identity.listDoors': { ...account, path: '/doors' },
  'identity.listProviders': { ...query, path: '/providers' },
  'identity.createProvider': { ...command, method: 'POST', path: '/providers' },
  'identity.changeProvider': { ...command, method: 'PATCH', path: '/providers/{id}' },
  'identity.removeProvider': { ...command, method: 'DELETE', path: '/providers/{id}' },
  // Beside the organisations, because asking a provider takes seconds that no transaction should.
  'identity.testProvider': { ...visit, path: '/organisations/{organisationId}/providers/{id}/test' },
  'identity.listTokens': { ...query, path: '/tokens' },
  'identity.createToken': { ...command, method: 'POST', path: '/tokens' },
  'identity.revokeToken': { ...command, method: 'DELETE', path: '/tokens/{id}' },
  'identity.listPermissions': { ...query, path: '/permissions' },
} as const
