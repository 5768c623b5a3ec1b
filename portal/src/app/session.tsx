import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { User, UserManager } from 'oidc-client-ts'
import { createContext, use, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { api, Problem, Unreachable, type Api } from './api'
import { config, type Config } from './config'
import { manager, personOf, SIGNED_IN, type Person, type Role } from './identity'

interface Session {
  person: Person
  api: Api
  /** Whether the sign-in is over: what is on the page stays, and nothing more is answered. */
  over: boolean
  signInAgain: () => Promise<void>
  signOut: () => Promise<void>
}

const Context = createContext<Session | undefined>(undefined)

/** Whoever is not signed in is sent to sign in and comes back to the same address. */
async function signedIn(): Promise<User> {
  const users = await manager()
  if (location.pathname === SIGNED_IN && location.search) {
    const user = await users.signinRedirectCallback()
    history.replaceState(null, '', typeof user.state === 'string' ? user.state : '/')
    return user
  }
  // Where the identity server shares the site, a hidden frame finds out without leaving the page.
  const silently = await users.signinSilent().catch(() => null)
  if (silently) {
    return silently
  }
  await users.signinRedirect({ state: location.pathname === SIGNED_IN ? '/' : location.pathname + location.search })
  return new Promise<User>(() => undefined)
}

/** The same question from several requests at once is asked once. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => (asked ??= ask().finally(() => (asked = undefined)))
}

/** Where everything is, and who asks: found out once. */
let begun: Promise<[Config, UserManager, User]> | undefined
const begin = () => (begun ??= Promise.all([config(), manager(), signedIn()]))

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a network it is asked all the same, so that it is said that nobody answers.
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, failed) => failures < 3 && (failed instanceof Unreachable || (failed instanceof Problem && failed.status === 503)),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

export function SessionProvider({ children }: { children: ReactNode }) {
  const [settings, users, first] = use(begin())
  // A page that the browser kept while one signed out is not shown again as it was.
  useEffect(() => {
    const shown = (event: PageTransitionEvent) => event.persisted && location.reload()
    addEventListener('pageshow', shown)
    return () => removeEventListener('pageshow', shown)
  }, [])
  const [over, setOver] = useState(false)
  const session = useMemo(() => {
    let current: User = first
    users.events.addUserLoaded((user) => {
      current = user
      setOver(false)
    })
    const renew = once(async () => {
      const renewed = await users.signinSilent().catch(() => null)
      setOver(renewed === null)
      return renewed?.access_token
    })
    return {
      person: personOf(first.access_token),
      api: api(settings, { token: () => current.access_token, renewed: renew }),
      signInAgain: async () => {
        const user = await users.signinPopup({ popupWindowFeatures: { width: 520, height: 720 } })
        if (personOf(user.access_token).name !== personOf(first.access_token).name) {
          location.assign('/')
        }
        await queries.invalidateQueries()
      },
      signOut: async () => {
        if (await users.metadataService.getEndSessionEndpoint()) {
          await users.signoutRedirect()
        } else {
          // A provider that signs nobody out: what is here is forgotten, and it is said that the rest is not.
          await users.removeUser()
          location.assign('/signed-out.html')
        }
      },
    }
  }, [settings, users, first])
  return (
    <Context value={{ ...session, over }}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </Context>
  )
}

export function useSession(): Session {
  const session = useContext(Context)
  if (!session) {
    throw new Error('no session around')
  }
  return session
}

export function useApi(): Api {
  return useSession().api
}

/** Whether whoever signed in has one of the roles. The services decide; this only hides what they would refuse. */
export function useMay(...roles: Role[]): boolean {
  const { person } = useSession()
  return roles.some((it) => person.roles.includes(it))
}
