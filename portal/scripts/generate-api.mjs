// Types of the four services' APIs from their OpenAPI documents: a changed API fails the build of whoever calls it. Beside
// them the approved examples of events, to be looked at.
import { cp, mkdir, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const services = ['document', 'task', 'reporting', 'notification']
const folder = new URL('../src/api/generated/', import.meta.url)

await mkdir(folder, { recursive: true })
for (const service of services) {
  const document = new URL(`../../docs/openapi/${service}-service.json`, import.meta.url)
  await writeFile(new URL(`${service}.ts`, folder), astToString(await openapiTS(document)))
}

const examples = new URL('../../event-contracts/src/test/resources/examples/', import.meta.url)
await cp(examples, new URL('../public/examples/', import.meta.url), { recursive: true })
