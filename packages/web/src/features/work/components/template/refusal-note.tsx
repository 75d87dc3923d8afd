import type { Refused } from '../../../../platform/refused.ts'
import { Alert } from '../../../../ui/index.ts'

/** Why something was refused, and what to do; nothing when it was not. */
export function RefusalNote({ refused }: { readonly refused: Refused | null }) {
  return (
    refused && (
      <Alert color="red" title={refused.sentence}>
        {refused.remedy}
      </Alert>
    )
  )
}
