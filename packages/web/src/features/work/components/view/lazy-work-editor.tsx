import { type ComponentProps, Suspense, useState } from 'react'
import { keyboard } from '../../../../platform/keyboard.ts'
import { lazyPart } from '../../../../platform/lazy-part.ts'
import type { WorkEditor } from './work-editor.tsx'

export const EditorPart = lazyPart(async () => (await import('./work-editor.tsx')).WorkEditor)

/** The one editor of a view, once something is edited. */
export function LazyWorkEditor(props: ComponentProps<typeof WorkEditor>) {
  if (!props.view.editor) return null
  return (
    <Suspense fallback={<HeldKeys />}>
      <EditorPart {...props} />
    </Suspense>
  )
}

/** What is typed while the editor is on its way belongs to its field. */
function HeldKeys() {
  useState(() => keyboard.hold())
  return null
}
