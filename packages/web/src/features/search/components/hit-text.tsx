import type { SearchResult } from '@millrace/contract'

type Props = { readonly parts: SearchResult['title'] }

/** A text in which the words that were looked for are marked. */
export function HitText({ parts }: Props) {
  return (
    <>
      {parts.map((part, index) =>
        part.isHit ? <mark key={`${index} ${part.text}`}>{part.text}</mark> : part.text,
      )}
    </>
  )
}
