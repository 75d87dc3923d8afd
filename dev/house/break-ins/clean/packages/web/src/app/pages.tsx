import { ProcessPage } from '../features/process/pages/process-page.tsx'
import { WorkPage } from '../features/work/pages/work-page.tsx'

export function Pages() {
  return (
    <main>
      <WorkPage />
      <ProcessPage />
    </main>
  )
}
