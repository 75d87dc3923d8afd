import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget } from './vite/budget.ts'
import { compress } from './vite/compress.ts'
import { keepPrevious } from './vite/keep-previous.ts'
import { noCircles } from './vite/no-circles.ts'
import { offline } from './vite/offline.ts'
import { pageParts } from './vite/page-parts.ts'

/** Where `npm start` serves the interface while pages are worked upon. */
const SERVER = 'http://127.0.0.1:3000'

const FIELDS =
  /@mantine\/core\/esm\/components\/(?:ActionIcon|Alert|Checkbox|PasswordInput|Textarea|TextInput)\//

const BPMN =
  /node_modules\/(?:bpmn-js|bpmn-moddle|moddle|moddle-xml|saxen|diagram-js|diagram-js-direct-editing|didi|ids|min-dom|min-dash|tiny-svg|object-refs|path-intersection|domify|inherits-browser|preact|htm|@bpmn-io\/diagram-js-ui)\//

const MODEL_WORDS =
  /(?:ui\/bpmn\/.*texts[^/]*|features\/process\/texts-(?:levels|model|properties|steps|templates|try|versions))\.ts$/

export default defineConfig({
  plugins: [
    react(),
    budget(),
    pageParts(),
    offline(),
    noCircles(),

    compress(),
    keepPrevious(),
  ],
  build: {
    outDir: 'dist',
    target: 'es2023',
    // Small files would become `data:` addresses otherwise, which the content policy keeps to pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // By itself the builder makes a file for every set of pages that share something: 62 for one list, and
    // each costs a request and its handling. What is fetched first is one file; small ones are put together.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // It changes with its version only, and stays in browsers' caches meanwhile.
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 4 },
            { name: 'first', tags: ['$initial'], priority: 2 },
            // What the page of a container imports, libraries included: nearly every page shows items.
            { name: 'daily', test: /container-route\.tsx$/, priority: 1 },
            // The kit's parts import each other in circles, which no two files may: what forms need, and the rest.
            { name: 'fields', test: FIELDS, priority: 3 },
            { name: 'kit', test: /node_modules\/@mantine\/core\// },
            // What models are drawn with: to look at, and the rest for whoever draws.
            { name: 'bpmn', test: BPMN, entriesAware: true, entriesAwareMergeThreshold: 0, priority: 3 },
            // Lengths of time as they are written: without a file of their own they come with what models are read with.
            { name: 'spans', test: /src\/ui\/(?:read-effort|format-span)\.ts$/, minShareCount: 2 },
            // What plans are calculated with: every view of a plan needs it.
            { name: 'planning', test: /packages\/core\/src\/(?:calendar|schedule)\// },
            // What expressions and decisions are evaluated with: rules and forms need it.
            { name: 'decision', test: /packages\/core\/src\/decision\/|node_modules\/decimal\.js\// },
            // Words import nothing of a plan, and so close no circle between its parts.
            { name: 'plan-words', test: /features\/schedule\/texts[^/]*\.ts$/, minShareCount: 2 },
            { name: 'practice-words', test: /features\/practice\/texts[^/]*\.ts$/, minShareCount: 2 },
            { name: 'model-words', test: MODEL_WORDS, minShareCount: 2 },
            { name: 'shared', entriesAware: true, entriesAwareMergeThreshold: 4_000, minShareCount: 2 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': SERVER } },
})
