import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget } from './vite/budget.ts'
import { compress } from './vite/compress.ts'
import { keepPrevious } from './vite/keep-previous.ts'

/** Where `npm start` serves the interface while pages are worked upon. */
const SERVER = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), budget(), compress(), keepPrevious()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Small files would become `data:` addresses otherwise, which the content policy keeps to pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': SERVER } },
})
