import { Compass } from 'lucide-react'
import { useGo } from '../../platform/navigation.ts'
import { EmptyState } from '../../ui/index.ts'
import { texts } from '../texts.ts'

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const go = useGo()
  return (
    <EmptyState
      glyph={<Compass size={20} strokeWidth={1.75} />}
      isPage
      title={texts.pages.nothingHere}
      sentence={texts.pages.nothingHereHint}
      action={{ label: texts.pages.goHome, onClick: () => go('/') }}
    />
  )
}
