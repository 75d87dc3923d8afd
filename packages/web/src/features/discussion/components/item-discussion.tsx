import type { CommentView } from '@millrace/contract'
import { useEffect } from 'react'
import { useHash } from '../../../platform/navigation.ts'
import { useItem } from '../../../platform/store/index.ts'
import { ErrorState, Skeleton } from '../../../ui/index.ts'
import { useComments } from '../hooks/use-comments.ts'
import { texts } from '../texts.ts'
import { Comment } from './comment.tsx'
import { CommentForm } from './comment-form.tsx'
import styles from './discussion.module.css'

type Props = { readonly itemId: string }

/** What was said about an item, answers under what they answer, and the field to say more. */
export function ItemDiscussion({ itemId }: Props) {
  const item = useItem(itemId)
  const comments = useComments(itemId)
  const isLoaded = comments.comments !== undefined
  const place = useHash()
  useEffect(() => {
    if (isLoaded) show(place)
  }, [isLoaded, place])
  if (comments.comments === undefined) {
    return comments.error === null ? (
      <Skeleton rows={3} />
    ) : (
      <ErrorState title={texts.failed} error={comments.error} onRetry={comments.retry} />
    )
  }
  const threads = threadsOf(comments.comments)
  return (
    <div className={styles.discussion}>
      {threads.length === 0 && <p className={styles.hint}>{texts.empty}</p>}
      <ol className={styles.list}>
        {threads.map(({ first, answers }) => (
          <li key={first.id}>
            <Comment comment={first} itemKey={item?.key ?? ''} comments={comments} />
            {answers.length > 0 && (
              <ol className={styles.answers}>
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <Comment comment={answer} itemKey={item?.key ?? ''} comments={comments} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      {comments.later && (
        <button type="button" className={styles.quiet} onClick={comments.later}>
          {texts.more_comments}
        </button>
      )}
      {item?.archivedAt === null && (
        <CommentForm
          itemId={itemId}
          placeholder={texts.write}
          submitLabel={texts.send}
          onSubmit={(body, mentions) => void comments.add({ body, mentions, replyToId: null })}
        />
      )}
    </div>
  )
}

type Thread = { readonly first: CommentView; readonly answers: readonly CommentView[] }

/** Answers to answers stand in the same row as what they answer: one step deep is enough to follow. */
function threadsOf(comments: readonly CommentView[]): readonly Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const root = (comment: CommentView): CommentView => {
    const parent = comment.replyToId === null ? undefined : byId.get(comment.replyToId)
    return parent ? root(parent) : comment
  }
  const answers = Map.groupBy(
    comments.filter((comment) => root(comment) !== comment),
    (comment) => root(comment).id,
  )
  return comments
    .filter((comment) => root(comment) === comment)
    .map((first) => ({ first, answers: answers.get(first.id) ?? [] }))
}

/** Brings the comment that the address names into sight. */
function show(place: string): void {
  if (place.startsWith('comment-'))
    document.querySelector(`#${CSS.escape(place)}`)?.scrollIntoView({ block: 'center' })
}
