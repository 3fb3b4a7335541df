import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { Outage } from '../errors.ts'
import type { ChainPort } from '../ports/chain.ts'
import { http } from '../problems.ts'
import { rateLimiter } from '../rate-limit.ts'

/** What a wallet needs to read, and the one way to write. A devnet's own methods (anvil_…, evm_…) are not among them. */
const allowed = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
  'eth_sendRawTransaction',
  'net_version',
])
const maxBatch = 20
const callsAMinute = 1_200
const patienceMs = 10_000

const Call = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(100), z.number(), z.null()]).optional(),
  method: z.string().max(64),
  params: z.union([z.array(z.unknown()).max(20), z.record(z.string(), z.unknown())]).optional(),
})
type Call = z.infer<typeof Call>
const Body = z.union([Call, z.array(Call).min(1).max(maxBatch)])

const refuse = (call: Call) => ({
  jsonrpc: '2.0',
  id: call.id ?? null,
  error: { code: -32601, message: `CoreFans does not relay ${call.method}` },
})

/**
 * POST /api/chain/rpc: JSON-RPC to the chain for browsers, so that a page speaks to its own origin only. It carries no
 * session, so wallets of any origin may use it. Methods off the list are answered as unknown and never reach the node.
 */
export function proxyRpc(app: FastifyInstance, config: Config, chain: ChainPort): void {
  const take = rateLimiter()
  app.post('/api/chain/rpc', { bodyLimit: 256 * 1024 }, async (req, reply) => {
    void reply.header('access-control-allow-origin', '*')
    const parsed = Body.safeParse(req.body)
    if (!parsed.success) throw http['invalid-input']({ issues: [{ path: '', message: `must be JSON-RPC 2.0, at most ${maxBatch} calls` }] })
    const calls = [parsed.data].flat()
    for (const _call of calls) {
      const wait = take(req.caller.address, callsAMinute * config.rateFactor)
      if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
    }
    const answers = await relay(chain, calls)
    if (calls.some((call) => call.method === 'eth_sendRawTransaction')) chain.poke()
    return reply
      .type('application/json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(Array.isArray(parsed.data) ? answers : answers[0]))
  })
  app.options('/api/chain/rpc', async (_req, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'content-type',
        'access-control-allow-methods': 'POST',
      })
      .send(),
  )
}

async function relay(chain: ChainPort, calls: readonly Call[]): Promise<unknown[]> {
  const passed = calls.filter((call) => allowed.has(call.method))
  const answers = passed.length === 0 ? [] : await ask(chain.rpcUrl, passed)
  const byId = new Map(passed.map((call, i) => [call, answers[i]]))
  return calls.map((call) => (byId.has(call) ? byId.get(call) : refuse(call)))
}

async function ask(rpcUrl: string, calls: readonly Call[]): Promise<unknown[]> {
  const numbered = calls.map((call, i) => ({ ...call, id: i }))
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(numbered),
      signal: AbortSignal.timeout(patienceMs),
    })
    const answers = (await response.json()) as { id: number }[]
    return calls.map((call, i) => ({ ...answers.find((answer) => answer.id === i), id: call.id ?? null }))
  } catch (err) {
    throw new Outage('the chain', err)
  }
}
