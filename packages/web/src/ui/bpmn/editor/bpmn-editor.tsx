import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Badge, Mark } from '../badge.ts'
import '../bpmn.css'
import '../icons.css'
import styles from '../bpmn-viewer.module.css'
import { PictureTools } from '../picture-tools.tsx'
import { EditorKeys } from './editor-keys.ts'
import { ModelEditor } from './model-editor.ts'

/** Of a picture that is drawn upon. */
export type BpmnEditorProps = {
  /** As it was when the editor was opened: later it is whatever was drawn. */
  readonly xml: string
  readonly label: string
  readonly badges: readonly Badge[]
  readonly marks: readonly (readonly [id: string, mark: Mark])[]
  readonly onReady: (editor: ModelEditor) => void
  readonly onChanged: () => void
  readonly onChosen: (elementId: string | null) => void
  readonly onFailed: (why: string) => void
  /** Enter: what is chosen is to be described. */
  readonly onDescribe: () => void
}

/** A BPMN model to draw upon, by the tools of bpmn-js. */
export function BpmnEditor(props: BpmnEditorProps) {
  const { label, badges, marks } = props
  const [xml] = useState(props.xml)
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<ModelEditor | null>(null)
  const ready = useEffectEvent((made: ModelEditor) => props.onReady(made))
  const changed = useEffectEvent(() => props.onChanged())
  const chosen = useEffectEvent((id: string | null) => props.onChosen(id))
  const failed = useEffectEvent((why: string) => props.onFailed(why))
  const describe = useEffectEvent(() => props.onDescribe())
  useEffect(() => {
    if (!place.current) return
    const made = new ModelEditor(place.current)
    made.listen(changed, chosen)
    const keys = new EditorKeys(made, { label, onDescribe: describe })
    let isCurrent = true
    made.picture.draw(xml).then(
      () => {
        if (!isCurrent) return
        setEditor(made)
        ready(made)
      },
      (error: unknown) => isCurrent && failed(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
      keys.stop()
      made.destroy()
      setEditor(null)
    }
  }, [xml, label])
  useEffect(() => editor?.picture.badges(badges, (id) => editor.choose(id)), [editor, badges])
  useEffect(() => editor?.picture.marks(marks), [editor, marks])
  return (
    <div className={styles.viewer}>
      <div ref={place} className={styles.place} />
      {editor && <PictureTools picture={editor.picture} />}
    </div>
  )
}
