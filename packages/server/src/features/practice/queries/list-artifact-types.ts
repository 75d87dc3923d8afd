import { operations } from '@millrace/contract'
import { query } from '../../../platform/commands/index.ts'
import { readArtifactTypes } from './find-artifact-types.ts'

/** The types of artifact with their states. */
export const listArtifactTypes = query(
  operations['practice.listArtifactTypes'],
  async ({ tx, organisationId }) => ({ types: await readArtifactTypes(tx, organisationId, null) }),
)
