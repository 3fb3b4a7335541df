import type { Contract } from '@corefans/shared/contract.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { type Ctx, me, type Read, type Transact } from '../ctx.ts'
import type { Db } from '../db.ts'
import { answerOnce } from '../idempotency.ts'
import { http } from '../problems.ts'
import { rateLimiter } from '../rate-limit.ts'
import { mustBeClean } from './clean.ts'

type Command<C extends Contract> = (ctx: Ctx, input: z.output<C['input']>) => Promise<z.input<C['output']>>
type Query<C extends Contract> = (ctx: Read, input: z.output<C['input']>) => Promise<z.input<C['output']>>

/** How a module binds its contracts. */
export type Mount = {
  /** A change: one transaction. */
  command: <C extends Contract>(contract: C, run: Command<C>) => void
  /** A read: no transaction. */
  query: <C extends Contract>(contract: C, run: Query<C>) => void
  /** A change with slow work before its transaction, which it opens itself. */
  slow: <C extends Contract>(
    contract: C,
    run: (read: Read, transact: Transact, input: z.output<C['input']>) => Promise<z.input<C['output']>>,
  ) => void
  /** A change of a hot counter: `hot` joins a group commit; with an Idempotency-Key the plain command runs instead. */
  hot: <C extends Contract>(contract: C, hot: Query<C>, plain: Command<C>) => void
  /** A change whose body is a file: the stream is in `req.body`. */
  bytes: (contract: Contract, run: (req: FastifyRequest) => Promise<unknown>) => void
  /** Routes of bytes and other protocols. They ask the policy themselves. */
  raw: FastifyInstance
  contracts: readonly Contract[]
  demo: boolean
}

const defaultMutationRate = { points: 120, per: 'account' } as const
const addressPoints = 3_000

export function mounter(app: FastifyInstance, deps: { db: Db; transact: Transact; config: Config }): Mount {
  const contracts: Contract[] = []
  const take = rateLimiter()

  const mustBeSlowEnough = (req: FastifyRequest, contract: Contract) => {
    const rate = contract.rate ?? defaultMutationRate
    const who = rate.per === 'account' ? req.caller.account : null
    const wait =
      take(`${contract.route} ${who ?? req.caller.address}`, rate.points * deps.config.rateFactor) ||
      take(`* ${req.caller.address}`, addressPoints * deps.config.rateFactor)
    if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
  }

  const route = (contract: Contract, run: (req: FastifyRequest, reply: FastifyReply, input: unknown) => Promise<unknown>) => {
    if (contract.demoOnly && !deps.config.demo) return
    contracts.push(contract)
    const [method, url] = contract.route.split(' ') as [Contract['route'], string]
    app.route({
      method: method as 'GET',
      url,
      schema: { response: { [contract.status ?? 200]: serializerSchema(contract) } },
      handler: async (req, reply) => {
        if (contract.who === 'account') me({ actor: req.caller.account })
        if (req.method !== 'GET' && req.method !== 'HEAD') mustBeSlowEnough(req, contract)
        const output = await run(req, reply, parse(contract, req))
        void reply.code(contract.status ?? 200).header('cache-control', 'no-store')
        return contract.status === 204 ? reply.send() : output
      },
    })
  }

  const readOf = (req: FastifyRequest): Read => ({ sql: deps.db.sql, actor: req.caller.account, caller: req.caller })
  const runCommand = <C extends Contract>(contract: C, req: FastifyRequest, run: Command<C>, input: unknown) => {
    const key = idempotencyKey(req, contract)
    const account = req.caller.account
    return deps.transact(req.caller, async (ctx) => {
      const act = async () => ({ status: contract.status ?? 200, body: (await run(ctx, input as z.output<C['input']>)) as unknown })
      return (key && account ? await answerOnce(ctx, account, key, [contract.route, input], act) : await act()).body
    })
  }

  return {
    command: (contract, run) => route(contract, (req, _reply, input) => runCommand(contract, req, run, input)),
    query: (contract, run) => route(contract, (req, _reply, input) => run(readOf(req), input as never)),
    slow: (contract, run) => route(contract, (req, _reply, input) => run(readOf(req), deps.transact, input as never)),
    hot: (contract, hot, plain) =>
      route(contract, (req, _reply, input) =>
        req.headers['idempotency-key'] ? runCommand(contract, req, plain, input) : hot(readOf(req), input as never),
      ),
    bytes: (contract, run) => {
      contracts.push(contract)
      const [method, url] = contract.route.split(' ') as [string, string]
      void app.register(async (scope) => {
        scope.removeAllContentTypeParsers()
        scope.addContentTypeParser('*', (_req, body, done) => done(null, body))
        scope.route({
          method: method as 'POST',
          url,
          handler: async (req, reply) => {
            mustBeSlowEnough(req, contract)
            return reply.code(contract.status ?? 200).send(await run(req))
          },
        })
      })
    },
    raw: app,
    contracts,
    demo: deps.config.demo,
  }
}

function idempotencyKey(req: FastifyRequest, contract: Contract): string | null {
  const key = req.headers['idempotency-key']
  if (key === undefined && contract.idempotency === 'required') throw http['idempotency-key-required']()
  if (key === undefined) return null
  if (typeof key !== 'string' || key.length < 1 || key.length > 255)
    throw http['invalid-input']({ issues: [{ path: 'Idempotency-Key', message: 'must be 1 to 255 characters' }] })
  return key
}

/** Path wins over query over body; all three are one strict object, so an unknown field is refused wherever it stands. */
function parse(contract: Contract, req: FastifyRequest): unknown {
  if (req.body !== undefined && (typeof req.body !== 'object' || req.body === null || Array.isArray(req.body)))
    throw http['invalid-input']({ issues: [{ path: '', message: 'must be an object' }] })
  const input = { ...(req.body as object | undefined), ...(req.query as object), ...(req.params as object) }
  mustBeClean(input)
  const parsed = contract.input.safeParse(input)
  if (parsed.success) return parsed.data
  throw http['invalid-input']({
    issues: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

/** What the contract does not name never leaves: the serializer is made from it. */
function serializerSchema(contract: Contract): object {
  const { $schema: _unused, ...schema } = z.toJSONSchema(contract.output, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  }) as Record<string, unknown>
  return schema
}
