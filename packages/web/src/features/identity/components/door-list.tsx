import type { Output } from '../../../platform/api.ts'
import { Button } from '../../../ui/index.ts'
import { doorAddress } from '../model/door-address.ts'
import { providerTexts } from '../texts-providers.ts'

type Props = {
  readonly doors: Output<'identity.listDoors'>['doors']
  /** Where to go on. */
  readonly next: string | undefined
}

/** A button for each provider one may sign in with. */
export function DoorList({ doors, next }: Props) {
  return doors.map(({ id, name }) => (
    <Button key={id} component="a" variant="default" href={doorAddress(id, next)}>
      {providerTexts.signIn.by(name)}
    </Button>
  ))
}
