/** Where the console finds what it asks, from `config.json` beside it: addresses may be relative to its own. */
export interface Config {
  issuer: string
  clientId: string
  /** Scopes to ask for; `openid` unless said otherwise. */
  scope?: string
  services: Record<Service, string>
}

export type Service = 'document' | 'task' | 'reporting' | 'notification'

let loaded: Promise<Config> | undefined

export function config(): Promise<Config> {
  loaded ??= fetch('/config.json').then(async (answer) => {
    if (!answer.ok) {
      throw new Error(`config.json: ${answer.status}`)
    }
    const read = (await answer.json()) as Config
    const absolute = (address: string) => new URL(address, location.origin).href.replace(/\/$/, '')
    return {
      ...read,
      issuer: absolute(read.issuer),
      services: Object.fromEntries(Object.entries(read.services).map(([name, it]) => [name, absolute(it)])) as Config['services'],
    }
  })
  return loaded
}
