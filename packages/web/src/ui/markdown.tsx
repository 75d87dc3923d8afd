import { lazy, Suspense } from 'react'

const Rendered = lazy(async () => ({ default: (await import('./markdown-view.tsx')).MarkdownView }))

type Props = { readonly text: string; readonly className?: string }

/** Markdown as rich text. The renderer is fetched when the first text is shown; until then it is plain. */
export function Markdown({ text, className }: Props) {
  return (
    <Suspense fallback={<div className={className}>{text}</div>}>
      <Rendered text={text} className={className} />
    </Suspense>
  )
}
