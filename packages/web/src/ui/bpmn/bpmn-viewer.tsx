import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Badge, Mark } from './badge.ts'
import './bpmn.css'
import styles from './bpmn-viewer.module.css'
import { Picture } from './picture.ts'
import { type DrawnWords, PictureKeys } from './picture-keys.ts'
import { PictureTools } from './picture-tools.tsx'
import type { Drawer } from './services.ts'
import { texts } from './texts.ts'
import { DRAWING_COLOURS, DRAWING_LETTERS } from './theme.ts'

/** Of a picture that is only looked at. */
export type BpmnViewerProps = {
  readonly xml: string
  /** What the picture shows, for whoever does not see it. */
  readonly label: string
  readonly badges?: readonly Badge[]
  readonly marks?: readonly (readonly [id: string, mark: Mark])[]
  /** What an element is called and what is at it, in words, as it is spoken when it is come to. */
  readonly say?: DrawnWords
  /** By a click, or by Enter. */
  readonly onOpen?: (elementId: string | null) => void
  /** Leads to the same as a list. */
  readonly outline?: { readonly label: string; readonly onOpen: () => void }
  readonly onReady?: (picture: Picture) => void
  readonly onFailed?: (why: string) => void
}

const NOTHING: readonly never[] = []

/** A BPMN model as a picture: to look at, to go through by keys, and with what is going on in it. */
export function BpmnViewer(props: BpmnViewerProps) {
  const { xml, label, badges = NOTHING, marks = NOTHING, outline } = props
  const place = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<Picture | null>(null)
  const [drawn, setDrawn] = useState('')
  const [said, setSaid] = useState('')
  const open = useEffectEvent((id: string | null) => props.onOpen?.(id))
  const say = useEffectEvent<DrawnWords>((element) => props.say?.(element) ?? '')
  const ready = useEffectEvent((made: Picture) => props.onReady?.(made))
  const failed = useEffectEvent((why: string) => props.onFailed?.(why))
  useEffect(() => {
    if (!place.current) return
    const drawer = new NavigatedViewer({
      ...{ bpmnRenderer: DRAWING_COLOURS, textRenderer: DRAWING_LETTERS },
      // As in the editor: `services.ts` names what is used.
    }) as unknown as Drawer
    drawer.attachTo(place.current)
    const made = new Picture(drawer)
    const keys = new PictureKeys(drawer, { picture: made, label, say, onSaid: setSaid, onOpen: open })
    setPicture(made)
    return () => {
      keys.stop()
      drawer.destroy()
      setPicture(null)
    }
  }, [label])
  useEffect(() => {
    if (!picture) return
    let isCurrent = true
    picture.draw(xml).then(
      () => {
        if (!isCurrent) return
        setDrawn(xml)
        ready(picture)
      },
      (error: unknown) => isCurrent && failed(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [picture, xml])
  useEffect(() => {
    if (drawn === xml) picture?.badges(badges, open)
  }, [picture, drawn, xml, badges])
  useEffect(() => {
    if (drawn === xml) picture?.marks(marks)
  }, [picture, drawn, xml, marks])
  return (
    <div className={styles.viewer}>
      {outline && (
        <button type="button" className={styles.outline} onClick={outline.onOpen}>
          {outline.label}
        </button>
      )}
      <div ref={place} className={styles.place} />
      {picture && <PictureTools picture={picture} />}
      <output className="visually-hidden">{said}</output>
      <p className={styles.hint}>{texts.keysHint}</p>
    </div>
  )
}
