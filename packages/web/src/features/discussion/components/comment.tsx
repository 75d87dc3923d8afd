import type { CommentView } from '@millrace/contract'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { paths, useHash, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { ActionIcon, Markdown, Menu, notifications, PersonAvatar, RelativeTime } from '../../../ui/index.ts'
import type { Comments } from '../hooks/use-comments.ts'
import { markMentions } from '../model/mentions.ts'
import { texts } from '../texts.ts'
import { CommentForm } from './comment-form.tsx'
import styles from './discussion.module.css'

type Props = { readonly comment: CommentView; readonly itemKey: string; readonly comments: Comments }

/** One thing somebody said, with a link of its own. */
export function Comment({ comment, itemKey, comments }: Props) {
  const { people, me } = useDirectory()
  const [mode, setMode] = useState<'read' | 'edit' | 'answer'>('read')
  const author = people.get(comment.authorId) ?? null
  const id = `comment-${comment.id}`
  const mentioned = comment.mentions.flatMap((personId) => people.get(personId) ?? [])
  const isSending = comments.isSending(comment.id)
  return (
    <article
      id={id}
      className={styles.comment}
      data-linked={useHash() === id || undefined}
      data-sending={isSending || undefined}
    >
      <PersonAvatar person={author} size={24} />
      <div className={styles.body}>
        <header className={styles.head}>
          <strong>{author?.name ?? texts.somebody}</strong>
          <a href={`#${id}`} className={styles.when}>
            <RelativeTime at={comment.createdAt} />
          </a>
          {comment.editedAt !== null && comment.removedAt === null && (
            <span className={styles.when}>{texts.edited}</span>
          )}
          {isSending && <span className={styles.when}>{texts.sending}</span>}
          {!isSending && comment.removedAt === null && (
            <CommentMenu
              comment={comment}
              itemKey={itemKey}
              isMine={comment.authorId === me.personId}
              onMode={setMode}
              onRemove={() => void comments.remove(comment.id)}
            />
          )}
        </header>
        {comment.removedAt !== null ? (
          <p className={styles.hint}>{texts.removed}</p>
        ) : mode === 'edit' ? (
          <CommentForm
            itemId={comment.itemId}
            initial={comment.body}
            placeholder={texts.write}
            submitLabel={texts.save}
            isFocused
            onCancel={() => setMode('read')}
            onSubmit={(body, mentions) => {
              void comments.edit(comment.id, body, mentions)
              setMode('read')
            }}
          />
        ) : (
          <Markdown text={markMentions(comment.body, mentioned)} />
        )}
        {mode === 'answer' && (
          <CommentForm
            itemId={comment.itemId}
            placeholder={texts.answer}
            submitLabel={texts.reply}
            isFocused
            onCancel={() => setMode('read')}
            onSubmit={(body, mentions) => {
              void comments.add({ body, mentions, replyToId: comment.id })
              setMode('read')
            }}
          />
        )}
      </div>
    </article>
  )
}

type MenuProps = {
  readonly comment: CommentView
  readonly itemKey: string
  readonly isMine: boolean
  readonly onMode: (mode: 'edit' | 'answer') => void
  readonly onRemove: () => void
}

function CommentMenu({ comment, itemKey, isMine, onMode, onRemove }: MenuProps) {
  const slug = useSlug()
  const copy = () => {
    const address = `${window.location.origin}${paths.item(slug, itemKey)}#comment-${comment.id}`
    void navigator.clipboard.writeText(address)
    notifications.show({ id: 'copied', message: texts.copied, durationMs: 1500 })
  }
  return (
    <span className={styles.actions}>
      <button type="button" className={styles.quiet} onClick={() => onMode('answer')}>
        {texts.reply}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={texts.more}>
            <Ellipsis size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={copy}>{texts.copyLink}</Menu.Item>
          {isMine && <Menu.Item onClick={() => onMode('edit')}>{texts.edit}</Menu.Item>}
          {isMine && <Menu.Item onClick={onRemove}>{texts.remove}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
