import { Compass } from 'lucide-react'
import { useGo } from '../../platform/navigation.ts'
import { EmptyState } from '../../ui/index.ts'

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const go = useGo()
  return (
    <EmptyState
      glyph={<Compass size={20} strokeWidth={1.75} />}
      title="There is nothing at this address"
      sentence="It may have been renamed, or it is not shared with you."
      action={{ label: 'Go to my work', onClick: () => go('/') }}
    />
  )
}
