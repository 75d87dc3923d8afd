import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, Menu } from '../../../../ui/index.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { BulkDialog, type BulkKind, type PlaceChoice, type Which } from './bulk-dialog.tsx'

type Props = {
  readonly containerId: string
  readonly which: Which
  readonly howMany: string
  readonly at?: string | null
  readonly places: readonly PlaceChoice[]
  /** Taking them to another version is offered by whoever knows the versions. */
  readonly onMigrate?: (() => void) | undefined
  readonly label?: string
}

const KINDS: readonly BulkKind[] = ['retry', 'write', 'skip', 'move', 'remove', 'suspend', 'resume', 'cancel']

/** What can be done to many instances at once. */
export function BulkMenu({ containerId, which, howMany, at = null, places, onMigrate, label }: Props) {
  const [kind, setKind] = useState<BulkKind | null>(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>
            {label ?? texts.doWith}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map((each) => (
            <Menu.Item
              key={each}
              {...(each === 'cancel' || each === 'remove' ? { color: 'red' } : {})}
              onClick={() => setKind(each)}
            >
              {texts.bulkTitle[each]}…
            </Menu.Item>
          ))}
          {onMigrate && <Menu.Item onClick={onMigrate}>{texts.bulkTitle.migrate}…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {kind && (
        <BulkDialog {...{ containerId, which, howMany, at, kind, places }} onClose={() => setKind(null)} />
      )}
    </>
  )
}
