import DOMPurify from 'dompurify'
import { Marked } from 'marked'
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { paths, useGoTo, useSlug } from '../platform/navigation.ts'
import { useDirectory } from '../platform/store/index.ts'
import styles from './markdown-view.module.css'
import { keysIn, type OwnLink, ownLink } from './model/own-links.ts'
import { OwnLinkChip } from './own-link-chip.tsx'

type Props = { readonly text: string; readonly className?: string | undefined }

const marked = new Marked({ gfm: true, breaks: true, async: false })
const purify = DOMPurify()
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return
  node.setAttribute('rel', 'noopener noreferrer nofollow')
  node.setAttribute('target', '_blank')
})

/** Pictures from other sites would tell them who reads: only our own addresses are shown. */
purify.addHook('uponSanitizeElement', (node) => {
  if (!(node instanceof Element) || node.tagName !== 'IMG') return
  const source = node.getAttribute('src') ?? ''
  if (!source.startsWith('/') || source.startsWith('//')) node.remove()
})

/** Sanitised HTML of a Markdown text, in which links and keys of this organisation say what they lead to. */
export function MarkdownView({ text, className }: Props) {
  const slug = useSlug()
  const goTo = useGoTo()
  const { containers } = useDirectory()
  const keys = useMemo(() => new Set([...containers.values()].map(({ key }) => key)), [containers])
  const html = useMemo(() => render(text, { slug, keys }), [text, slug, keys])
  const place = useRef<HTMLDivElement>(null)
  const [chips, setChips] = useState<readonly Chip[]>([])
  useLayoutEffect(() => setChips(place.current ? findOwnLinks(place.current, slug) : []), [html, slug])
  const handleClick = (event: MouseEvent) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!anchor || !isPlain || !ownLink(anchor.href, { origin: window.location.origin, slug })) return
    event.preventDefault()
    goTo(anchor.href)
  }
  // What is shown in the links is React's, what is around them is not: React sets it once for each text.
  const inner = useMemo(() => ({ __html: html }), [html])
  return (
    <>
      <div
        ref={place}
        className={className === undefined ? styles.text : `${styles.text ?? ''} ${className}`}
        onClick={handleClick}
        dangerouslySetInnerHTML={inner}
      />
      {chips.map(({ anchor, link, bare }, index) =>
        // Links have no name of their own; the text is rendered anew when their order changes.
        createPortal(<OwnLinkChip link={link} bare={bare} />, anchor, `${String(index)} ${anchor.href}`),
      )}
    </>
  )
}

type Chip = { readonly anchor: HTMLAnchorElement; readonly link: OwnLink; readonly bare: string }

function render(text: string, at: { readonly slug: string; readonly keys: ReadonlySet<string> }): string {
  const fragment = purify.sanitize(marked.parse(text, { async: false }), {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form'],
    FORBID_ATTR: ['style'],
    RETURN_DOM_FRAGMENT: true,
  })
  linkKeys(fragment, at)
  const holder = document.createElement('div')
  holder.append(fragment)
  return holder.innerHTML
}

/** Makes keys of items links, except in code and in what is a link already. */
function linkKeys(
  fragment: DocumentFragment,
  { slug, keys }: { readonly slug: string; readonly keys: ReadonlySet<string> },
): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text && !node.parentElement?.closest('a, code, pre')) found.push(node)
  }
  for (const node of found) {
    // From the last to the first, so that places before stay where they are.
    for (const { key, from, to } of keysIn(node.data, (each) => keys.has(each)).toReversed()) {
      const link = document.createElement('a')
      link.href = paths.item(slug, key)
      link.textContent = key
      node.splitText(to)
      node.splitText(from).replaceWith(link)
    }
  }
}

/** Links whose text is nothing but the address or the key: others say already what somebody wants them to say. */
function findOwnLinks(place: HTMLElement, slug: string): readonly Chip[] {
  const { origin } = window.location
  return [...place.querySelectorAll('a')].flatMap((anchor): readonly Chip[] => {
    const link = ownLink(anchor.href, { origin, slug })
    // Once its words are taken out, they are remembered at the link.
    const bare = anchor.dataset['bare'] ?? anchor.textContent
    if (!link || (bare !== link.name && bare !== anchor.href && bare !== anchor.getAttribute('href')))
      return []
    if (anchor.dataset['bare'] === undefined) anchor.replaceChildren()
    anchor.dataset['bare'] = bare
    return [{ anchor, link, bare }]
  })
}
