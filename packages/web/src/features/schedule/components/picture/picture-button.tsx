import { Printer } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '../../../../platform/lazy-part.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import { Button } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import type { PaperProps } from './paper-props.ts'

const PAPERS = {
  gantt: lazyPart(async () => (await import('./plan-paper.tsx')).PlanPaper),
  network: lazyPart(async () => (await import('./network-paper.tsx')).NetworkPaper),
  load: lazyPart(async () => (await import('./load-paper.tsx')).LoadPaper),
} as const

type Props = Omit<PaperProps, 'onClose'> & { readonly view: string }

/** Leads to what is seen of the plan on paper, also by the key that prints. */
export function PictureButton({ view, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  useKeys([
    { id: 'plan.print', keys: 'mod+p', label: texts.print, group: texts.plan, run: () => setOpen(true) },
  ])
  const PaperOfView = PAPERS[paperOf(view)]
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
          <PaperOfView {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Views without a picture of their own are printed as bars. */
function paperOf(view: string): keyof typeof PAPERS {
  return view === 'network' || view === 'load' ? view : 'gantt'
}
