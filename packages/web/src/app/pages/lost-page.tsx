import { NotFoundPage } from './not-found-page.tsx'

/** For addresses outside every organisation that lead nowhere. */
export function LostPage() {
  return (
    <main>
      <NotFoundPage />
    </main>
  )
}
