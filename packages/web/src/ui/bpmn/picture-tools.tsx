import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import styles from './bpmn-viewer.module.css'
import type { Picture } from './picture.ts'
import { texts } from './texts.ts'

type Props = { readonly picture: Picture }

/** Nearer, farther, all of it: what a wheel and keys do, to point to. */
export function PictureTools({ picture }: Props) {
  return (
    <div className={styles.tools} role="toolbar" aria-label={texts.tools}>
      <button type="button" aria-label={texts.zoomOut} title={texts.zoomOut} onClick={() => picture.zoom(-1)}>
        <ZoomOut size={15} aria-hidden />
      </button>
      <button type="button" aria-label={texts.zoomIn} title={texts.zoomIn} onClick={() => picture.zoom(1)}>
        <ZoomIn size={15} aria-hidden />
      </button>
      <button type="button" aria-label={texts.fit} title={texts.fit} onClick={() => picture.fit()}>
        <Maximize size={15} aria-hidden />
      </button>
    </div>
  )
}
