// What the first page loads, compressed: its own script and that of the page one lands on. More than the limit fails the
// build.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const LIMIT = 300 * 1024
const FIRST = ['index.html', 'src/pages/tasks.tsx']
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))

const files = new Set()
function withImports(name) {
  const chunk = manifest[name]
  if (!files.has(chunk.file)) {
    files.add(chunk.file)
    chunk.imports?.forEach(withImports)
  }
}
FIRST.forEach(withImports)

let total = 0
for (const file of [...files].sort()) {
  const bytes = gzipSync(await readFile(new URL(file, dist))).length
  total += bytes
  console.log(`${String(bytes).padStart(8)}  ${file}`)
}
console.log(`${String(total).padStart(8)}  script of the first page, compressed; limit ${LIMIT}`)
if (total > LIMIT) {
  process.exit(1)
}
