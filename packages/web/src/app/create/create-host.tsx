import { lazy, Suspense } from 'react'
import { createDialog, newContainerDialog } from '../../platform/dialogs.ts'
import { useToggle } from '../../platform/toggle.ts'
import { LayerBoundary } from '../shell/layer-boundary.tsx'

const CreateDialog = lazy(async () => ({ default: (await import('./create-dialog.tsx')).CreateDialog }))
const NewContainerDialog = lazy(async () => ({
  default: (await import('./new-container-dialog.tsx')).NewContainerDialog,
}))

/** Shows the dialogs that create something when asked for; their code is fetched then. */
export function CreateHost() {
  const item = useToggle(createDialog)
  const container = useToggle(newContainerDialog)
  return (
    <Suspense fallback={null}>
      {item && (
        <LayerBoundary onFail={createDialog.close}>
          <CreateDialog defaults={item.of} onClose={createDialog.close} />
        </LayerBoundary>
      )}
      {container && (
        <LayerBoundary onFail={newContainerDialog.close}>
          <NewContainerDialog kind={container.of} onClose={newContainerDialog.close} />
        </LayerBoundary>
      )}
    </Suspense>
  )
}
