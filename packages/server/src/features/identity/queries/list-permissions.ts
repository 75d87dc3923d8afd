import { operations } from '@millrace/contract'
import { permissionMatrix, query } from '../../../platform/commands/index.ts'

/** What each role may do. */
export const listPermissions = query(operations['identity.listPermissions'], async () => {
  const { organisation, container } = permissionMatrix
  return {
    organisation: {
      owner: [...organisation.owner],
      admin: [...organisation.admin],
      member: [...organisation.member],
      guest: [...organisation.guest],
    },
    container: {
      viewer: [...container.viewer],
      commenter: [...container.commenter],
      contributor: [...container.contributor],
      manager: [...container.manager],
    },
  }
})
