import { useState } from 'react'
import type { CommandName, Input, Output } from '../../../platform/api.ts'
import type { Refused } from '../../../platform/refused.ts'
import { useCommands } from '../../../platform/store/index.ts'

/** A command that a dialog waits for, and why it was refused. Answers null when it was. */
export function useAskedCommand() {
  const commands = useCommands()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const run = async <Name extends CommandName>(
    name: Name,
    input: Input<Name>,
  ): Promise<Output<Name> | null> => {
    setBusy(true)
    const outcome = await commands.run(name, input, { isSilent: true })
    setBusy(false)
    setRefused(outcome.ok ? null : outcome.refused)
    return outcome.ok ? outcome.output : null
  }
  return { isBusy, refused, run }
}
