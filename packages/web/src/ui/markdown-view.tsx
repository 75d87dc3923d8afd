import DOMPurify from 'dompurify'
import { Marked } from 'marked'
import { useMemo } from 'react'
import styles from './markdown-view.module.css'

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

/** Sanitised HTML of a Markdown text. */
export function MarkdownView({ text, className }: Props) {
  const html = useMemo(() => {
    const rendered = marked.parse(text, { async: false })
    return purify.sanitize(rendered, {
      USE_PROFILES: { html: true },
      FORBID_TAGS: ['style', 'form'],
      FORBID_ATTR: ['style'],
    })
  }, [text])
  return (
    <div
      className={className === undefined ? styles.text : `${styles.text ?? ''} ${className}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
