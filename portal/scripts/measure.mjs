// What the first page loads, compressed; more than the limit fails the build.
import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const LIMIT = 300 * 1024
const dist = new URL('../dist/', import.meta.url)
const page = await readFile(new URL('index.html', dist), 'utf8')
const first = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((it) => it[1]))

let total = 0
for (const file of (await readdir(new URL('assets/', dist))).filter((it) => it.endsWith('.js')).sort()) {
  const bytes = gzipSync(await readFile(new URL(`assets/${file}`, dist))).length
  const loaded = first.has(`assets/${file}`)
  total += loaded ? bytes : 0
  console.log(`${String(bytes).padStart(8)}  ${file}${loaded ? '  (first page)' : ''}`)
}
console.log(`${String(total).padStart(8)}  script of the first page, compressed; limit ${LIMIT}`)
if (total > LIMIT) {
  process.exit(1)
}
