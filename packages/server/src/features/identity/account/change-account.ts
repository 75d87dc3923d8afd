import { operations } from '@millrace/contract'
import { changeLanguage } from '../store/accounts.ts'
import { accountOperation } from './account-operation.ts'

/** Changes what goes with a user's account into every organisation and browser. */
export const changeAccount = accountOperation(
  operations['identity.changeAccount'],
  async ({ db, user }, { language }) => {
    if (language !== undefined) await changeLanguage(db, { userId: user.userId, language })
    return {}
  },
)
