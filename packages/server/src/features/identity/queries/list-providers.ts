import { operations } from '@millrace/contract'
import { query } from '../../../platform/commands/index.ts'
import { presentProvider } from '../present.ts'
import { callbackPath } from '../provider/own-path.ts'
import { readProviders } from '../store/providers.ts'

/** The providers that sign people in. */
export const listProviders = query(operations['identity.listProviders'], async ({ tx, organisationId }) => {
  const rows = await readProviders(tx, organisationId)
  return { providers: rows.map((row) => ({ ...presentProvider(row), callback: callbackPath(row.id) })) }
})
