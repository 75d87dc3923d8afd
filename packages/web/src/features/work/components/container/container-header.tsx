import { Ellipsis, Plus } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { createDialog } from '../../../../platform/dialogs.ts'
import { CONTAINER_TABS, type ContainerTab, paths, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useCommands, useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, KindGlyph, Link, Menu, PageHeader } from '../../../../ui/index.ts'
import { canCreateIn } from '../../model/access.ts'
import { textsContainers } from '../../texts-containers.ts'
import { textsTemplate } from '../../texts-template.ts'
import styles from './container.module.css'

const KeepTemplateDialog = lazy(async () => ({
  default: (await import('../template/keep-template-dialog.tsx')).KeepTemplateDialog,
}))

type Props = {
  readonly container: Container
  readonly tab: ContainerTab
  /** Whether one is told of it. */
  readonly news?: ReactNode
}

/** The line above a container: its name, its parts, and what can be done with it as a whole. */
export function ContainerHeader({ container, tab, news }: Props) {
  const slug = useSlug()
  const { run } = useCommands()
  const { me } = useDirectory()
  const [isKeeping, setKeeping] = useState(false)
  const isManager = container.myRole === 'manager'
  const mayKeep = isManager || me.orgRole !== 'guest'
  const tabs = CONTAINER_TABS.filter((each) => each !== 'plan' || container.kind !== 'list')
  return (
    <PageHeader
      glyph={<KindGlyph kind={container.kind} label={textsContainers.kind[container.kind].one} />}
      title={container.name}
      note={container.key}
      actions={
        <>
          {canCreateIn(container) && (
            <Button
              size="xs"
              leftSection={<Plus size={14} aria-hidden />}
              onClick={() => createDialog.openFor({ containerId: container.id })}
            >
              {textsContainers.newItem}
            </Button>
          )}
          {news}
          {mayKeep && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={textsContainers.more}>
                  <Ellipsis size={15} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setKeeping(true)}>{textsTemplate.keep}</Menu.Item>
                {isManager && container.archivedAt === null && (
                  <Menu.Item
                    onClick={() =>
                      void run(
                        'work.archiveContainer',
                        { id: container.id },
                        { undoLabel: textsContainers.didArchive(container.name) },
                      )
                    }
                  >
                    {textsContainers.archive}
                  </Menu.Item>
                )}
                {isManager && container.archivedAt !== null && (
                  <Menu.Item onClick={() => void run('work.restoreContainer', { id: container.id })}>
                    {textsContainers.restore}
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      <Suspense fallback={null}>
        {isKeeping && (
          <KeepTemplateDialog
            from={{ kind: 'container', containerId: container.id }}
            name={container.name}
            placeId={canCreateIn(container) ? container.id : null}
            onClose={() => setKeeping(false)}
          />
        )}
      </Suspense>
      <nav aria-label={textsContainers.tabsLabel} className={styles.tabs}>
        {tabs.map((each) => (
          <Link
            key={each}
            to={paths.container(slug, container.key, each)}
            className={styles.tab}
            aria-current={each === tab ? 'page' : undefined}
          >
            {textsContainers.tabs[each]}
          </Link>
        ))}
      </nav>
    </PageHeader>
  )
}
