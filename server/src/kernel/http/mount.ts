import type { Contract, TeamPermission } from '@corefans/shared/contract.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Config } from '../config.ts'
import { type Backing, type Ctx, me, type Read, readOn, type Transact } from '../ctx.ts'
import { answerOnce } from '../idempotency.ts'
import { http } from '../problems.ts'
import { rateLimiter } from '../rate-limit.ts'
import { parseInput, serializerSchema } from './parse.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The contract's `actFor`; routes without a contract state their own. */
    actFor?: TeamPermission | undefined
  }
}

type Command<C extends Contract> = (ctx: Ctx, input: z.output<C['input']>) => Promise<z.input<C['output']>>
type Query<C extends Contract> = (ctx: Read, input: z.output<C['input']>) => Promise<z.input<C['output']>>
type Slow<C extends Contract> = (read: Read, transact: Transact, input: z.output<C['input']>) => Promise<z.input<C['output']>>
type Handle = (req: FastifyRequest, input: unknown) => Promise<unknown>

type Freshness = (read: Read) => Promise<void>

/** How a module binds its contracts. */
export type Mount = {
  /** A change: one transaction. */
  command: <C extends Contract>(contract: C, run: Command<C>) => void
  /** A read: no transaction. */
  query: <C extends Contract>(contract: C, run: Query<C>) => void
  /** A change with slow work before its transaction, which it opens itself. */
  longCommand: <C extends Contract>(contract: C, run: Slow<C>) => void
  /** A change of a hot counter: `hot` joins a group commit; with an Idempotency-Key the plain command runs instead. */
  batchedCommand: <C extends Contract>(contract: C, hot: Query<C>, plain: Command<C>) => void
  /** A change whose body is a file: the stream is in `req.body`. */
  bytes: (contract: Contract, run: (req: FastifyRequest, reply: FastifyReply) => Promise<unknown>) => void
  /** How to refuse whoever did not sign in a moment ago; asked before every call whose contract is `fresh`. */
  mustBeFresh: (check: Freshness) => void
  /** Routes of bytes and other protocols. They ask the policy themselves. */
  raw: FastifyInstance
  contracts: readonly Contract[]
}
type Deps = Backing & { transact: Transact; config: Config }

export function mounter(app: FastifyInstance, deps: Deps): Mount {
  const contracts: Contract[] = []
  const mustBeSlowEnough = pacer(deps.config)
  // Until a module says who is fresh, nobody is.
  let mustBeFresh: Freshness = async () => Promise.reject(http.unavailable())
  const route = (contract: Contract, handle: Handle) => {
    if (contract.demoOnly && !deps.config.demo) return
    contracts.push(contract)
    mountJson(app, contract, async (req) => {
      if (contract.who === 'account') me({ actor: req.caller.account })
      if (req.method !== 'GET' && req.method !== 'HEAD') mustBeSlowEnough(req, contract)
      const input = parseInput(contract, req)
      if (contract.fresh) await mustBeFresh(readOf(req))
      return handle(req, input)
    })
  }
  const readOf = (req: FastifyRequest): Read => readOn(deps, req.caller)
  const run = runner(deps)
  return {
    command: (contract, command) => route(contract, (req, input) => run(contract, req, command as Command<Contract>, input)),
    query: (contract, query) => route(contract, (req, input) => query(readOf(req), input as never)),
    longCommand: (contract, slow) => route(contract, (req, input) => slow(readOf(req), deps.transact, input as never)),
    batchedCommand: (contract, hot, plain) =>
      route(contract, (req, input) =>
        req.headers['idempotency-key'] ? run(contract, req, plain as Command<Contract>, input) : hot(readOf(req), input as never),
      ),
    bytes: (contract, take) => {
      contracts.push(contract)
      mountBytes(app, contract, (req, reply) => {
        mustBeSlowEnough(req, contract)
        return take(req, reply)
      })
    },
    mustBeFresh: (check) => {
      mustBeFresh = check
    },
    raw: app,
    contracts,
  }
}

const defaultMutationRate = { points: 120, per: 'account' } as const
const addressPoints = 3_000

/** Refuses who mutates too fast: by account where there is one, and by address whoever asks. */
function pacer({ rateFactor }: Config): (req: FastifyRequest, contract: Contract) => void {
  // By route apart, so that the key is a text that is there already: to make and hash one cost as much as the bucket.
  const routes = new Map<string, ReturnType<typeof rateLimiter>>()
  const addresses = rateLimiter()
  return (req, contract) => {
    const rate = contract.rate ?? defaultMutationRate
    const who = (rate.per === 'account' ? req.caller.account : null) ?? req.caller.address
    const take = routes.get(contract.route) ?? rateLimiter()
    routes.set(contract.route, take)
    const wait = take(who, rate.points * rateFactor) || addresses(req.caller.address, addressPoints * rateFactor)
    if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
  }
}

function runner({ transact }: Deps) {
  return (contract: Contract, req: FastifyRequest, command: Command<Contract>, input: unknown): Promise<unknown> => {
    const key = idempotencyKey(req, contract)
    const { account } = req.caller
    return transact(req.caller, async (ctx) => {
      const act = async () => ({ status: contract.status ?? 200, body: (await command(ctx, input)) as unknown })
      return (key && account ? await answerOnce(ctx, { account, key }, [contract.route, input], act) : await act()).body
    })
  }
}

function idempotencyKey(req: FastifyRequest, contract: Contract): string | null {
  const key = req.headers['idempotency-key']
  if (key === undefined && contract.idempotency === 'required') throw http['idempotency-key-required']()
  if (key === undefined) return null
  if (typeof key === 'string' && key.length >= 1 && key.length <= 255) return key
  throw http['invalid-input']({ issues: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters' }] })
}

function mountJson(app: FastifyInstance, contract: Contract, handle: (req: FastifyRequest) => Promise<unknown>): void {
  const [method, url] = contract.route.split(' ') as [string, string]
  const status = contract.status ?? 200
  app.route({
    method: method as 'GET',
    url,
    config: { actFor: contract.actFor },
    schema: { response: { [status]: serializerSchema(contract) } },
    handler: async (req, reply) => {
      const output = await handle(req)
      void reply.code(status).header('cache-control', 'no-store')
      return status === 204 ? reply.send() : output
    },
  })
}

/** A route of its own scope, whose bodies of any type stay streams. */
type TakeBytes = Parameters<Mount['bytes']>[1]
function mountBytes(app: FastifyInstance, contract: Contract, handle: TakeBytes): void {
  const [method, url] = contract.route.split(' ') as [string, string]
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_req, body, done) => done(null, body))
    scope.route({
      method: method as 'POST',
      url,
      config: { actFor: contract.actFor },
      handler: async (req, reply) => reply.code(contract.status ?? 200).send(await handle(req, reply)),
    })
  })
}
