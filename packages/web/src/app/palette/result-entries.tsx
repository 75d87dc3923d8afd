import type { SearchResult } from '@millrace/contract'
import { FileText, MessageSquare, Search } from 'lucide-react'
import { StateShape } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import type { Entry } from './entry.ts'

const isTitle = ({ kind, title }: SearchResult) => kind === 'item' && title.some((part) => part.isHit)

/** What the server found: items by their titles among the items, everything else by itself. */
export function resultEntries(
  results: readonly SearchResult[],
  open: (result: SearchResult) => void,
): readonly Entry[] {
  return results.map((result): Entry => {
    const title = result.title.map((part) => part.text).join('')
    const excerpt = result.excerpt?.map((part) => part.text).join('') ?? ''
    return {
      id: result.id,
      group: isTitle(result) ? 'items' : 'texts',
      label: isTitle(result) || excerpt === '' ? title : `${title}: ${excerpt}`,
      note: result.itemKey ?? texts.palette.found[result.kind],
      glyph: glyphOf(result),
      run: () => open(result),
    }
  })
}

/** Leads to the page that shows all of it. */
export function everythingEntry(typed: string, run: () => void): Entry {
  return {
    id: 'search.everything',
    group: 'texts',
    label: texts.palette.everything(typed),
    glyph: <Search size={14} strokeWidth={1.75} aria-hidden />,
    run,
  }
}

function glyphOf({ kind, stateGroup }: SearchResult) {
  if (kind === 'comment')
    return <MessageSquare size={14} strokeWidth={1.75} role="img" aria-label={texts.palette.found.comment} />
  if (kind === 'file')
    return <FileText size={14} strokeWidth={1.75} role="img" aria-label={texts.palette.found.file} />
  return stateGroup === null ? undefined : <StateShape group={stateGroup} />
}
