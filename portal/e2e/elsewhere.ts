import { readFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** A web server such as docs/operations.md describes: static files, the services behind it, the provider elsewhere. */
export async function serveElsewhere(issuer: string, services: Record<string, string>): Promise<{ address: string; close: () => void }> {
  const provider = new URL(issuer).origin
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ${provider}; frame-src 'self' ${provider}; frame-ancestors 'self'; form-action 'self'; base-uri 'none'`
  const config = JSON.stringify({ issuer, clientId: 'dondoc-portal', services: Object.fromEntries(Object.keys(services).map((it) => [it, `/${it}`])) })

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(asked.url ?? '/', 'http://here').pathname
    const service = path.split('/')[1] ?? ''
    if (services[service]) {
      const passed = request(services[service] + (asked.url ?? '').slice(service.length + 1), { method: asked.method, headers: { ...asked.headers, host: new URL(services[service]).host } }, (it) => {
        response.writeHead(it.statusCode ?? 502, it.headers)
        it.pipe(response)
      })
      passed.on('error', () => response.destroy())
      response.on('close', () => passed.destroy())
      asked.pipe(passed)
      return
    }
    const file = extname(path) ? normalize(path) : '/index.html'
    response.setHeader('Content-Security-Policy', policy)
    if (file === '/config.json') {
      response.setHeader('Content-Type', 'application/json')
      response.end(config)
      return
    }
    const content = await readFile(join('dist', file)).catch(() => undefined)
    response.writeHead(content ? 200 : 404, { 'Content-Type': KINDS[extname(file)] ?? 'application/octet-stream' })
    response.end(content)
  }

  const server = createServer((asked, response) => void answer(asked, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
