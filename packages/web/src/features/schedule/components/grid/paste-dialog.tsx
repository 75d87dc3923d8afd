import { Button, Modal, PlainTable } from '../../../../ui/index.ts'
import type { PastedCell, Pasting } from '../../model/grid/paste.ts'
import { textsGrid } from '../../texts-grid.ts'
import styles from './grid.module.css'

type Props = {
  readonly pasting: Pasting
  readonly onApply: () => void
  readonly onClose: () => void
}

const { paste: words } = textsGrid
/** What the server takes at once. */
const CALLS_MAX = 1_000
/** More lines than anybody reads; those with faults come first. */
const SHOWN_MAX = 200

/** What pasting will make and change, and which cells do not fit, before anything is done. */
export function PasteDialog({ pasting, onApply, onClose }: Props) {
  const { calls, lines, newCount, changedCount, wrongCount } = pasting
  const isTooMuch = calls.length > CALLS_MAX
  const hasFault = (line: (typeof lines)[number]) => line.cells.some(({ wrong }) => wrong !== null)
  const shown = lines.toSorted((a, b) => Number(hasFault(b)) - Number(hasFault(a))).slice(0, SHOWN_MAX)
  return (
    <Modal opened onClose={onClose} title={words.title} size={760}>
      <div className={styles.paste}>
        <p>{calls.length === 0 ? words.nothing : words.reading(newCount, changedCount)}</p>
        {wrongCount > 0 && <p className={styles.pasteWrong}>{words.wrong(wrongCount)}</p>}
        {isTooMuch && <p className={styles.pasteWrong}>{words.tooMany(CALLS_MAX)}</p>}
        {shown.length > 0 && (
          <div className={styles.pasteTable} tabIndex={0} role="region" aria-label={words.what}>
            <PlainTable label={words.title} columns={[words.item, words.what]}>
              {shown.map((line) => (
                <tr key={line.itemId}>
                  <td>
                    {line.title} {line.isNew && <span className={styles.new}>{words.isNew}</span>}
                  </td>
                  <td>
                    {line.cells.map((cell) => (
                      <CellChange key={cell.column} cell={cell} />
                    ))}
                  </td>
                </tr>
              ))}
            </PlainTable>
          </div>
        )}
        <div className={styles.pasteButtons}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button data-autofocus disabled={calls.length === 0 || isTooMuch} onClick={onApply}>
            {words.apply}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function CellChange({ cell: { column, before, text, wrong } }: { readonly cell: PastedCell }) {
  const to = text === '' ? words.emptied : text
  return (
    <div className={styles.change} data-wrong={wrong !== null || undefined}>
      {wrong === null
        ? words.change(textsGrid.column[column], { from: before, to })
        : `${textsGrid.column[column]}: ${textsGrid.fault[wrong.fault](wrong.piece)}`}
    </div>
  )
}
