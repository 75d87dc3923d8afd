import { operations } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import type { AttemptCounter } from '../auth/attempt-counter.ts'
import { readDoors } from '../queries/read-doors.ts'
import { visitorOperation } from './account-operation.ts'

/** Somebody who tries names of organisations. */
const LOOKS = { window: 60, max: 120 } as const

/** The providers that stand on the sign-in page. */
export const createListDoors = (attempts: AttemptCounter) =>
  visitorOperation(operations['identity.listDoors'], async ({ db, address }, { organisation }) => {
    if (attempts.add(`doors|${address}`, LOOKS) !== null) refuse('platform.too_many_requests')
    return { doors: await readDoors(db, organisation ?? null) }
  })
