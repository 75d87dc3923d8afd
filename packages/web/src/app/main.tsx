import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { announceLanguage } from '../platform/language/index.ts'
import { applyDensity } from '../ui/index.ts'
import { App } from './app.tsx'

announceLanguage()
applyDensity()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
