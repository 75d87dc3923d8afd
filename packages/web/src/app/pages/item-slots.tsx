import { lazy, Suspense } from 'react'
import { idle } from '../../platform/idle.ts'
import type { Item } from '../../platform/store/index.ts'
import { SeenItem } from './seen-item.tsx'

const ItemDiscussion = lazy(async () => ({
  default: (await import('../../features/discussion/components/item-discussion.tsx')).ItemDiscussion,
}))
const ItemFiles = lazy(async () => ({
  default: (await import('../../features/files/components/item-files.tsx')).ItemFiles,
}))

const ItemTime = lazy(async () => ({
  default: (await import('../../features/cost/components/item-time.tsx')).ItemTime,
}))

const ItemPlan = lazy(async () => ({
  default: (await import('../../features/schedule/components/item-plan/item-plan.tsx')).ItemPlan,
}))

const FavouriteButton = lazy(async () => ({
  default: (await import('../../features/work/components/favourites/favourite-button.tsx')).FavouriteButton,
}))

const ItemPresence = lazy(async () => ({
  default: (await import('../../features/work/components/presence/item-presence.tsx')).ItemPresence,
}))
const ItemNews = lazy(async () => ({
  default: (await import('../../features/notify/components/item-news.tsx')).ItemNews,
}))
const NudgeButton = lazy(async () => ({
  default: (await import('../../features/notify/components/nudge-button.tsx')).NudgeButton,
}))

const StepForm = lazy(async () => {
  // The item comes first, and few carry out a step.
  await idle()
  return { default: (await import('../../features/process/components/forms/step-form.tsx')).StepForm }
})

const ItemArtifacts = lazy(async () => {
  // As above.
  await idle()
  return {
    default: (await import('../../features/practice/components/item-artifacts.tsx')).ItemArtifacts,
  }
})

/** What other rooms and the shell add to an item's page, given its id. */
export const itemSlots = {
  discussion: (itemId: string) => <ItemDiscussion itemId={itemId} />,
  files: (itemId: string) => <ItemFiles key={itemId} itemId={itemId} />,
  time: (itemId: string) => <ItemTime key={itemId} itemId={itemId} />,
  plan: (itemId: string) => <ItemPlan key={itemId} itemId={itemId} />,
  form: (item: Item) => (
    <>
      <StepForm key={`form-${item.id}`} item={item} />
      <ItemArtifacts key={`artifacts-${item.id}`} item={item} />
    </>
  ),
  news: (item: Item) => (
    <Suspense fallback={null}>
      <SeenItem item={item} />
      <ItemPresence key={`presence-${item.id}`} itemId={item.id} />
      <FavouriteButton kind="item" targetId={item.id} name={item.key} isKeyed={false} />
      <ItemNews item={item} />
    </Suspense>
  ),
  nudge: (item: Item, personId: string) => (
    <Suspense fallback={null}>
      <NudgeButton item={item} personId={personId} />
    </Suspense>
  ),
}
