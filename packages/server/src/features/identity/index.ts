import type { Command, Download, Query } from '../../platform/commands/index.ts'
import { addPerson } from './commands/add-person.ts'
import { changeOrganisation } from './commands/change-organisation.ts'
import { changePerson } from './commands/change-person.ts'
import { changeTeam, createTeam, setTeamMembers } from './commands/change-team.ts'
import { createToken, revokeToken } from './commands/change-token.ts'
import { invitationCommands } from './commands/keep-invitation.ts'
import { providerCommands } from './commands/keep-provider.ts'
import { exportAudit, listAudit } from './queries/list-audit.ts'
import { listInvitations } from './queries/list-invitations.ts'
import { listPermissions } from './queries/list-permissions.ts'
import { listProviders } from './queries/list-providers.ts'
import { listTokens } from './queries/list-tokens.ts'
import type { Vault } from './vault.ts'

/** Everything that can be done to people, teams, tokens, invitations and the organisation itself. */
export const identityCommands = (settings: {
  readonly canMail: boolean
  readonly vault: Vault
}): readonly Command[] => [
  changeOrganisation,
  addPerson,
  changePerson,
  createTeam,
  changeTeam,
  setTeamMembers,
  createToken,
  revokeToken,
  ...invitationCommands(settings),
  ...providerCommands(settings.vault),
]

/** Every question about them. */
export const identityQueries: readonly Query[] = [
  listTokens,
  listPermissions,
  listInvitations,
  listAudit,
  listProviders,
]

/** Every file that is made of identity. */
export const identityDownloads: readonly Download[] = [exportAudit]

export type { LetIn } from './account/accept-invitation.ts'
export { addPlaceholders, type NewPlaceholder } from './add-placeholders.ts'
export {
  dropProvider,
  orderProvider,
  type ProviderOrder,
  type ToldProvider,
  tellProviders,
} from './administer-providers.ts'
export { addUser, type NewUser, resetPassword } from './administer-users.ts'
export { createIdentity, type Identity, type IdentityDeps } from './create-identity.ts'
export { findOwner, findPrincipal } from './find-principal.ts'
export { forEachOrganisation } from './for-each-organisation.ts'
export { findForgettable, forgetPeople } from './forget-people.ts'
export { type Founding, foundOrganisation } from './found-organisation.ts'
export { accessChanged } from './identity-events.ts'
export { createInvitationJobs } from './invitation-mail.ts'
export { type Joined, joinImported } from './join-imported.ts'
export { PARTS_OF_ITEMS } from './queries/find-confidential.ts'
export { findFieldRights } from './queries/find-field-rights.ts'
export { findOrganisationId } from './queries/find-organisation.ts'
export { findSight } from './queries/find-sight.ts'
export { type Directory, readDirectoryOf } from './queries/list-directory.ts'
export { listOrganisationSlugs } from './queries/list-organisations.ts'
export { touchAccess, touchCatalogue } from './store/access-version.ts'
export { emptyInstallation } from './store/installation.ts'
export { identityTopics } from './topics.ts'
export { createVault, openVault, type Vault } from './vault.ts'
