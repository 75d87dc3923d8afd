import { type ComponentProps, lazy, Suspense } from 'react'

const Fetched = lazy(async () => ({ default: (await import('./note-form.tsx')).NoteForm }))

/** The form for a choice and a note. A list begins without it; it is fetched when the page is at rest, or opened. */
export function NoteForm(props: ComponentProps<typeof Fetched>) {
  return (
    <Suspense fallback={null}>
      <Fetched {...props} />
    </Suspense>
  )
}
