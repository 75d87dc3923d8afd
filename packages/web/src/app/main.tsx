import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { applyDensity } from '../ui/index.ts'
import { App } from './app.tsx'

applyDensity()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
