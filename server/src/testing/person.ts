import { randomBytes } from 'node:crypto'
import type { Api, ApiRoute } from '@corefans/shared/api.ts'
import type { Config } from '../kernel/config.ts'
import { type Caller, nobody } from '../kernel/ctx.ts'
import { cookieName } from '../kernel/http/caller.ts'
import type { OpenHost } from '../kernel/open-host.ts'
import { createAccount, openSession } from '../modules/accounts/index.ts'
import { openSocket, type TestSocket } from './socket.ts'

export type Answer<T> = { status: number; body: T; headers: Record<string, string | string[] | number | undefined> }
export type Person = {
  id: string
  handle: string
  cookie: string
  call: <R extends ApiRoute>(
    route: R,
    input?: Api[R]['input'],
    headers?: Record<string, string>,
  ) => Promise<Answer<Api[R]['output'] & { type?: string }>>
  /** The body of a call that must succeed. */
  must: <R extends ApiRoute>(route: R, input?: Api[R]['input']) => Promise<Api[R]['output']>
  get: (path: string, headers?: Record<string, string>) => Promise<Answer<string>>
  upload: (bytes: Buffer, type?: string) => Promise<Answer<Api['POST /api/media']['output'] & { type?: string }>>
  socket: () => Promise<TestSocket>
}
type Place = { host: OpenHost; config: Pick<Config, 'publicUrl'>; url: string }

/** Somebody new with an open session, made by the same commands as a sign-up. */
export async function aPerson(world: Place, handle = `p${randomBytes(6).toString('hex')}`): Promise<Person> {
  let token = ''
  const caller: Caller = {
    ...nobody,
    setSession: (fresh) => {
      token = fresh?.token ?? ''
    },
  }
  const id = await world.host.transact(caller, async (ctx) => {
    const account = await createAccount(ctx, { handle, name: handle })
    await openSession(ctx, account)
    return account
  })
  return personWith(world, id, handle, `${cookieName(world.config)}=${token}`)
}

export const visitor = (world: Place): Person => personWith(world, '', 'visitor', '')

export function personWith(world: Place, id: string, handle: string, cookie: string): Person {
  const request = async (method: string, url: string, payload?: object, headers: Record<string, string> = {}) => {
    const answer = await world.host.app.inject({
      method: method as 'GET',
      url,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(payload ? { payload } : {}),
    })
    return { status: answer.statusCode, raw: answer.body, headers: answer.headers }
  }
  const call: Person['call'] = async (route, input, headers) => {
    const [method, path] = route.split(' ') as [string, string]
    const rest: Record<string, unknown> = { ...input }
    const url = path.replace(/:(\w+)/g, (_, name: string) => {
      const value = encodeURIComponent(String(rest[name]))
      delete rest[name]
      return value
    })
    const inQuery = method === 'GET' || method === 'DELETE'
    const query = inQuery
      ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)] as [string, string]))}`
      : ''
    const { status, raw, headers: back } = await request(method, url + query, inQuery ? undefined : rest, headers)
    return { status, headers: back, body: (raw === '' ? null : JSON.parse(raw)) as never }
  }
  return {
    id,
    handle,
    cookie,
    call,
    must: async (route, input) => {
      const answer = await call(route, input)
      if (answer.status >= 300) throw new Error(`${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    get: async (path, headers) => {
      const { status, raw, headers: back } = await request('GET', path, undefined, headers)
      return { status, body: raw, headers: back }
    },
    upload: async (bytes, type = 'image/png') => {
      const answer = await world.host.app.inject({
        method: 'POST',
        url: '/api/media',
        headers: { cookie, 'content-type': type },
        payload: bytes,
      })
      return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
    },
    socket: () => openSocket(`${world.url.replace('http', 'ws')}/api/realtime`, cookie),
  }
}
