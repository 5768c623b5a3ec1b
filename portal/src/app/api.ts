import createClient, { type Client, type Middleware } from 'openapi-fetch'
import type { components as DocumentParts, paths as DocumentPaths } from '../api/generated/document'
import type { components as NotificationParts, paths as NotificationPaths } from '../api/generated/notification'
import type { components as ReportingParts, paths as ReportingPaths } from '../api/generated/reporting'
import type { components as TaskParts, paths as TaskPaths } from '../api/generated/task'
import type { Config, Service } from './config'

export type Documents = DocumentParts['schemas']
export type Tasks = TaskParts['schemas']
export type Reports = ReportingParts['schemas']
export type Notices = NotificationParts['schemas']
export type ProblemBody = Tasks['Problem']

/** What a service refused, as it said it (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: Partial<ProblemBody>,
  ) {
    super(body.detail ?? `HTTP ${status}`)
  }
}

/** Nobody answered: the network or the service is away. What was asked may or may not have happened. */
export class Unreachable extends Error {}

/** How requests prove who asks, and what is done when the proof is no longer taken. */
export interface Proof {
  token: () => string | undefined
  /** Another token, or nothing if nobody is signed in any more. */
  renewed: () => Promise<string | undefined>
}

export interface Api {
  documents: Client<DocumentPaths>
  tasks: Client<TaskPaths>
  reports: Client<ReportingPaths>
  notices: Client<NotificationPaths>
  /** Plain requests, for files and streams. */
  fetch: (service: Service, path: string, init?: RequestInit) => Promise<Response>
}

const PATIENCE_MILLISECONDS = 30_000

export function api({ services }: Config, proof: Proof): Api {
  async function send(request: Request): Promise<Response> {
    const again = request.clone()
    let answer = await withToken(request, proof.token())
    if (answer.status === 401) {
      const renewed = await proof.renewed()
      if (renewed) {
        answer = await withToken(again, renewed)
      }
    }
    return answer
  }

  async function withToken(request: Request, token: string | undefined): Promise<Response> {
    const headers = new Headers(request.headers)
    if (token) {
      headers.set('Authorization', `Bearer ${token}`)
    }
    try {
      return await fetch(new Request(request, { headers, cache: 'no-store' }))
    } catch (failed) {
      if (failed instanceof DOMException && failed.name === 'AbortError') {
        throw failed
      }
      throw new Unreachable(String(failed))
    }
  }

  const patience: Middleware = {
    onRequest: ({ request }) =>
      new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]) }),
  }

  function client<P extends object>(service: Service): Client<P> {
    const made = createClient<P>({ baseUrl: services[service], fetch: send })
    made.use(patience)
    return made
  }

  return {
    documents: client<DocumentPaths>('document'),
    tasks: client<TaskPaths>('task'),
    reports: client<ReportingPaths>('reporting'),
    notices: client<NotificationPaths>('notification'),
    fetch: (service, path, init) => send(new Request(services[service] + path, init)),
  }
}

/** What was answered, or what was refused as an error. */
export async function answer<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) {
    throw new Problem(response.status, (error ?? {}) as Partial<ProblemBody>)
  }
  return data as T
}

/** The same, with the version to send back with a change. */
export async function versioned<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<{ data: T; etag: string }> {
  const whole = await asked
  return { data: await answer(Promise.resolve(whole)), etag: whole.response.headers.get('ETag') ?? '' }
}

/** The refusal that a plain request was answered with, if it was. */
export async function orProblem(response: Response): Promise<Response> {
  if (!response.ok) {
    const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>
    throw new Problem(response.status, body)
  }
  return response
}
