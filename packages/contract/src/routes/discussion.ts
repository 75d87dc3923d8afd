const command = { kind: 'command', scope: 'organisation' } as const

export const discussionRoutes = {
  'discussion.addComment': { ...command, method: 'POST', path: '/items/{itemId}/comments' },
  'discussion.editComment': { ...command, method: 'PATCH', path: '/comments/{id}' },
  'discussion.removeComment': { ...command, method: 'DELETE', path: '/comments/{id}' },
  'discussion.listComments': {
    kind: 'query',
    method: 'GET',
    scope: 'organisation',
    path: '/items/{itemId}/comments',
  },
} as const
