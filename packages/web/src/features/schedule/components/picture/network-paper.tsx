import { useMemo, useState } from 'react'
import { Checkbox } from '../../../../ui/index.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import { writeRule } from '../../model/link-notation.ts'
import { drawNetwork } from '../../model/picture/draw-network.ts'
import { legendHeight } from '../../model/picture/legend.ts'
import { networkSheets, wholeNetwork } from '../../model/picture/network-sheets.ts'
import { networkSigns } from '../../model/picture/network-signs.ts'
import { textsNetwork } from '../../texts-network.ts'
import { textsPaper } from '../../texts-paper.ts'
import { textsPicture } from '../../texts-picture.ts'
import { linkLetters } from '../link-letters.ts'
import { useNetwork } from '../network/use-network.ts'
import { networkBox } from './network-box.ts'
import { type OnPaper, PaperDialog } from './paper-dialog.tsx'
import type { PaperProps } from './paper-props.ts'
import { usePaperHead } from './use-paper-head.ts'

/** The whole network of a plan on paper or as a picture, whatever of it is in sight. */
export function NetworkPaper({ plan, rows, containerId, onClose }: PaperProps) {
  const [withLoose, setWithLoose] = useState(false)
  const net = useNetwork(rows, plan.links, withLoose)
  const days = usePlanDays(plan, rows)
  const head = usePaperHead(containerId, textsPaper.network)
  const onPaper = useMemo<OnPaper>(() => {
    const drawing = {
      ...{ ...head, net, signs: SIGNS, onPages: textsPaper.onPages },
      boxOf: (row: (typeof rows)[number]) => networkBox(row, days),
      ruleOf: (link: (typeof plan.links)[number]) => writeRule(link, linkLetters),
    }
    const besidesOf = (width: number) => legendHeight(networkSigns(net, drawing.signs), width)
    return {
      pages: (size, spread) => {
        const sheets = networkSheets(net, { size, besides: besidesOf(size.width) }, spread)
        return sheets.map((sheet) => () => drawNetwork(drawing, sheet, sheets))
      },
      whole: () => {
        const sheet = wholeNetwork(net, besidesOf)
        return { size: sheet, svg: drawNetwork(drawing, sheet, [sheet]) }
      },
    }
  }, [head, net, days])
  return (
    <PaperDialog
      title={textsPaper.networkTitle}
      fileName={head.fileName}
      onPaper={onPaper}
      spread="read"
      onClose={onClose}
    >
      {net.looseCount > 0 && (
        <Checkbox
          size="xs"
          label={textsNetwork.showLoose(net.looseCount)}
          checked={withLoose}
          onChange={(event) => setWithLoose(event.currentTarget.checked)}
        />
      )}
    </PaperDialog>
  )
}

const SIGNS = {
  critical: textsPicture.legend.critical,
  milestone: textsPicture.legend.milestone,
  near: textsPaper.planSigns.near,
  ...textsPaper.networkSigns,
}
