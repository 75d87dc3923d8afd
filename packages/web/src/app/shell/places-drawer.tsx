import { Drawer } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { ConnectionMark } from './connection-mark.tsx'
import { Navigation } from './navigation.tsx'
import { OrganisationMenu } from './organisation-menu.tsx'

type Props = { readonly isOpen: boolean; readonly onClose: () => void }

/** On narrow screens, what the column at the side has on wide ones. */
export function PlacesDrawer({ isOpen, onClose }: Props) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size="min(320px, 86vw)"
      position="left"
      title={texts.bottomBar.menu}
    >
      <OrganisationMenu />
      <Navigation onGo={onClose} />
      <ConnectionMark />
      <AccountMenu />
    </Drawer>
  )
}
