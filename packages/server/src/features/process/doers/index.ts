import { callDoer } from './call.ts'
import { decideDoer } from './decide.ts'
import type { Doer } from './doer.ts'
import { sendDoer } from './send.ts'
import { serviceDoer } from './service.ts'

/** All who do what no person does. */
export const DOERS: readonly Doer[] = [callDoer, decideDoer, sendDoer, serviceDoer]
