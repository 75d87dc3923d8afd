import type { SearchResult } from '@millrace/contract'

type Props = { readonly parts: SearchResult['title'] }

/** A text in which the words that were looked for are marked. */
export function HitText({ parts }: Props) {
  return (
    <>
      {parts.map((part, index) =>
        // The pieces of a text have no other name than their place.
        part.isHit ? <mark key={`${String(index)}`}>{part.text}</mark> : part.text,
      )}
    </>
  )
}
