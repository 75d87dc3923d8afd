import { Printer } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../../platform/lazy-part.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import { Button } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import type { PlanViewProps } from '../plan-view-props.ts'

const PictureDialog = lazyPart(async () => (await import('./picture-dialog.tsx')).PictureDialog)

type Props = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId'>

/** Leads to the plan on paper, also by the key that prints. */
export function PictureButton(props: Props) {
  const [isOpen, setOpen] = useState(false)
  useKeys([
    { id: 'plan.print', keys: 'mod+p', label: texts.print, group: texts.plan, run: () => setOpen(true) },
  ])
  return (
    <>
      <Button
        size="xs"
        variant="default"
        px={8}
        aria-label={texts.print}
        title={texts.print}
        onClick={() => setOpen(true)}
      >
        <Printer size={14} strokeWidth={1.75} aria-hidden />
      </Button>
      {isOpen && (
        <Suspense>
          <PictureDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
