import type { InstanceView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useCommands } from '../../../platform/store/index.ts'
import { ActionIcon, Button, Menu, Modal } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './process.module.css'

type Props = { readonly instance: InstanceView }

/** The menu of a running instance. Ending it before its time cannot be undone, so it asks first. */
export function CancelInstance({ instance }: Props) {
  const [asks, setAsks] = useState(false)
  const { run } = useCommands()
  const handleCancel = () => {
    setAsks(false)
    void run('process.cancelInstance', { id: instance.id })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={texts.instanceActions(instance.title)}>
            <Ellipsis size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" onClick={() => setAsks(true)}>
            {texts.cancel}…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asks} onClose={() => setAsks(false)} title={texts.cancelSure(instance.title)}>
        <p className={styles.soft}>{texts.cancelWhat}</p>
        <div className={styles.formEnd}>
          <Button variant="default" data-autofocus onClick={() => setAsks(false)}>
            {texts.keepIt}
          </Button>
          <Button color="red" onClick={handleCancel}>
            {texts.cancel}
          </Button>
        </div>
      </Modal>
    </>
  )
}
