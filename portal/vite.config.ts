import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const WORDS = fileURLToPath(new URL('src/app/aria-words.ts', import.meta.url))

/** Of the 34 languages that the component library brings, English stays; Vietnamese, which it lacks, is put beside it. */
function languages(): Plugin {
  return {
    name: 'languages',
    enforce: 'pre',
    transform(code, id) {
      const [, library, part] = /(react-aria|react-stately|react-aria-components)\/dist\/private\/(?:([\w-]+)\/)?intlStrings\.mjs$/.exec(id) ?? []
      const [, english] = /from ["']([^"']+en-US\.mjs)["']/.exec(code) ?? []
      if (!library || !english) {
        return
      }
      return `import en from '${english}'
import { ARIA_WORDS } from '${WORDS}'
export default { 'en-US': en, 'vi-VN': { ...en, ...ARIA_WORDS['${[library, part].filter(Boolean).join('/')}'] } }`
    },
  }
}

export default defineConfig({
  plugins: [languages(), react()],
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'signed-in-again.html', 'renewed.html'] },
  },
})
