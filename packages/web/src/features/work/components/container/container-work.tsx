import { SquareCheck } from 'lucide-react'
import { useMemo } from 'react'
import { createDialog } from '../../../../platform/dialogs.ts'
import { paths, useGo, usePeek, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useItems, type useScope } from '../../../../platform/store/index.ts'
import { EmptyState, ErrorState, Skeleton } from '../../../../ui/index.ts'
import { useUsualView } from '../../hooks/use-usual-view.ts'
import { useViewSettings } from '../../hooks/use-view-settings.ts'
import { canCreateIn } from '../../model/access.ts'
import type { ViewSettings } from '../../model/view-settings.ts'
import { textsContainers } from '../../texts-containers.ts'
import { SavedViews } from '../view/saved-views.tsx'
import { WorkView } from '../view/work-view.tsx'

type Props = { readonly container: Container; readonly scope: ReturnType<typeof useScope> }

const USUAL: Partial<ViewSettings> = { layout: 'list', group: 'state' }

/** The items of a container, as list, board, table, calendar or time line. */
export function ContainerWork({ container, scope }: Props) {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const items = useItems({ containerId: container.id })
  const [settings, setSettings] = useViewSettings(useUsualView(container.id, USUAL))
  const canCreate = canCreateIn(container)
  const place = useMemo(
    () => (canCreate ? { id: container.id, defaultTypeId: container.defaultTypeId } : null),
    [canCreate, container.id, container.defaultTypeId],
  )
  if (scope.state === 'failed') {
    return <ErrorState title={textsContainers.workFailed} error={scope.error} onRetry={scope.retry} />
  }
  if (scope.state === 'loading' && items.length === 0) return <Skeleton rows={12} />
  return (
    <WorkView
      key={container.id}
      name={container.id}
      label={container.name}
      items={items}
      settings={settings}
      container={place}
      homeId={container.id}
      peekedKey={peek.key}
      onPeek={peek.open}
      onOpen={(key) => go(paths.item(slug, key))}
      onSettings={setSettings}
      tools={<SavedViews containerId={container.id} settings={settings} />}
      empty={
        <EmptyState
          glyph={<SquareCheck size={20} strokeWidth={1.75} />}
          title={textsContainers.emptyWorkTitle}
          sentence={textsContainers.emptyWorkSentence}
          {...(canCreate
            ? {
                action: {
                  label: textsContainers.firstItem,
                  keys: 'c',
                  onClick: () => createDialog.openFor({ containerId: container.id }),
                },
              }
            : {})}
          example={{ label: textsContainers.importOne, onClick: () => go(paths.imports(slug)) }}
        />
      }
    />
  )
}
