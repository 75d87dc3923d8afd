import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { Button, Modal, notifications, SegmentedControl } from '../../../../ui/index.ts'
import { PAPERS, type Paper, type PaperSize, type Spread } from '../../model/picture/paper.ts'
import { textsPaper } from '../../texts-paper.ts'
import { textsPicture } from '../../texts-picture.ts'
import styles from './picture.module.css'
import { PrintPages } from './print-pages.tsx'
import { addressOf, savePng } from './save-png.ts'

/** What is put on paper: its pages, drawn as they are looked at, and all of it on one sheet. */
export type OnPaper = {
  readonly pages: (size: PaperSize, spread: Spread) => readonly (() => string)[]
  readonly whole: (spread: Spread) => { readonly size: PaperSize; readonly svg: string }
}

type Props = {
  readonly title: string
  /** What the picture is called as a file. */
  readonly fileName: string
  readonly onPaper: OnPaper
  /** How large it is drawn until somebody chooses. */
  readonly spread: Spread
  /** What else there is to choose. */
  readonly children: ReactNode
  readonly onClose: () => void
}

/** Something on paper or as a picture: how large, what its pages look like, and the ways to take it away. */
export function PaperDialog({ title, fileName, onPaper, children, onClose, ...usual }: Props) {
  const [paper, setPaper] = useState<Paper>('a4')
  const [spread, setSpread] = useState(usual.spread)
  const [isPrinting, setPrinting] = useState(false)
  const pages = useMemo(() => onPaper.pages(PAPERS[paper], spread), [onPaper, paper, spread])
  const isEmpty = pages.length === 0
  const handleDone = useCallback(() => setPrinting(false), [])
  return (
    <Modal opened onClose={onClose} title={title} size={860}>
      <div className={styles.dialog}>
        <div className={styles.choices}>
          <SegmentedControl
            size="xs"
            aria-label={textsPicture.paper}
            value={paper}
            onChange={(value) => setPaper(value === 'a3' ? 'a3' : 'a4')}
            data={(['a4', 'a3'] as const).map((value) => ({ value, label: textsPicture.papers[value] }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={textsPaper.size}
            value={spread}
            onChange={(value) => setSpread(value === 'fit' ? 'fit' : 'read')}
            data={(['fit', 'read'] as const).map((value) => ({ value, label: textsPaper.spread[value] }))}
          />
          {children}
        </div>
        {isEmpty ? <p className={styles.pager}>{textsPaper.nothing}</p> : <Preview pages={pages} />}
        <div className={styles.buttons}>
          <Button
            variant="default"
            disabled={isEmpty}
            onClick={() => void keepPicture(onPaper.whole(spread), fileName)}
          >
            {textsPicture.picture}
          </Button>
          <Button data-autofocus disabled={isEmpty} onClick={() => setPrinting(true)}>
            {textsPicture.print}
          </Button>
        </div>
      </div>
      {isPrinting && (
        <PrintPages
          pages={pages.map((draw) => draw())}
          paper={paper}
          label={(number) => textsPicture.page(number, pages.length)}
          onDone={handleDone}
        />
      )}
    </Modal>
  )
}

/** One of the pages, and the way to the others. */
function Preview({ pages }: { readonly pages: readonly (() => string)[] }) {
  const [asked, setAsked] = useState(0)
  const at = Math.min(asked, pages.length - 1)
  const src = useMemo(() => addressOf(pages[at]?.() ?? ''), [pages, at])
  const words = textsPicture.page(at + 1, pages.length)
  return (
    <div>
      <img className={styles.preview} src={src} alt={textsPaper.preview(words)} />
      <div className={styles.pager}>
        <span aria-live="polite">
          {textsPicture.pages(pages.length)}
          {pages.length > 1 && ` · ${words}`}
        </span>
        {pages.length > 1 && (
          <>
            <button
              type="button"
              className="plain-button"
              aria-label={textsPaper.previous}
              title={textsPaper.previous}
              disabled={at === 0}
              onClick={() => setAsked(at - 1)}
            >
              <ChevronLeft size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="plain-button"
              aria-label={textsPaper.next}
              title={textsPaper.next}
              disabled={at === pages.length - 1}
              onClick={() => setAsked(at + 1)}
            >
              <ChevronRight size={14} aria-hidden />
            </button>
          </>
        )}
      </div>
    </div>
  )
}

async function keepPicture({ svg, size }: ReturnType<OnPaper['whole']>, fileName: string): Promise<void> {
  try {
    await savePng(svg, size, `${fileName}.png`)
  } catch {
    const { failed: title, failedHint: message } = textsPicture
    notifications.show({ kind: 'problem', title, message })
  }
}
