import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { config } from './config'

/** Where the identity server sends the browser back to. */
export const SIGNED_IN = '/signed-in'

let made: Promise<UserManager> | undefined

/**
 * Signs people in by authorization code with PKCE. Tokens are kept in memory and nowhere else; what lies in the
 * session's storage is the question that an answer must fit.
 */
export function manager(): Promise<UserManager> {
  made ??= config().then(
    ({ issuer, clientId, scope }) =>
      new UserManager({
        authority: issuer,
        client_id: clientId,
        scope: scope ?? 'openid',
        redirect_uri: `${location.origin}${SIGNED_IN}`,
        popup_redirect_uri: `${location.origin}/signed-in-again.html`,
        silent_redirect_uri: `${location.origin}/renewed.html`,
        post_logout_redirect_uri: `${location.origin}/`,
        automaticSilentRenew: true,
        userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
        stateStore: new WebStorageStateStore({ store: sessionStorage }),
      }),
  )
  return made
}

export type Role = 'CLERK' | 'OFFICER' | 'LEAD' | 'SUPERVISOR' | 'AUDITOR' | 'ADMIN' | 'SYSTEM'

/** Who signed in, by the claims that the services themselves read. */
export interface Person {
  name: string
  province: string | undefined
  agency: string | undefined
  roles: Role[]
  operates: boolean
}

export function personOf(accessToken: string): Person {
  const payload = accessToken.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string) : undefined)
  const scope = claims.scope
  return {
    name: text('preferred_username') ?? text('sub') ?? '',
    province: text('province'),
    agency: text('agency'),
    roles: Array.isArray(claims.roles) ? (claims.roles as Role[]) : [],
    operates: Array.isArray(scope) ? scope.includes('operate') : typeof scope === 'string' && scope.split(' ').includes('operate'),
  }
}
