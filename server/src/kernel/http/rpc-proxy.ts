import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { Outage } from '../errors.ts'
import { fairQueue } from '../fair-queue.ts'
import type { ChainPort } from '../ports/chain.ts'
import { http } from '../problems.ts'
import { rateLimiter } from '../rate-limit.ts'
import { leaving } from './leaving.ts'

/**
 * What a wallet needs to read, and the one way to write, with what a call costs of an address's points: the node runs
 * code for some. A devnet's own methods (anvil_…, evm_…) are not among them.
 */
const costs = new Map([
  ['eth_blockNumber', 1],
  ['eth_call', 5],
  ['eth_chainId', 1],
  ['eth_estimateGas', 10],
  ['eth_feeHistory', 2],
  ['eth_gasPrice', 1],
  ['eth_getBalance', 1],
  ['eth_getBlockByHash', 2],
  ['eth_getBlockByNumber', 2],
  ['eth_getCode', 1],
  ['eth_getTransactionByHash', 1],
  ['eth_getTransactionCount', 1],
  ['eth_getTransactionReceipt', 1],
  ['eth_maxPriorityFeePerGas', 1],
  ['eth_sendRawTransaction', 5],
  ['net_version', 1],
])
const costOf = ({ method }: Call) => costs.get(method) ?? 1
const maxBatch = 20
const maxBatchCost = 100
const pointsAMinute = 3_000
/** No transaction of ours needs a tenth of it; a loop of so much gas ends within a second. */
const maxCallGas = 30_000_000n
const patienceMs = 10_000

const Call = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string().max(100), z.number(), z.null()]).optional(),
  method: z.string().max(64),
  params: z.union([z.array(z.unknown()).max(20), z.record(z.string(), z.unknown())]).optional(),
})
type Call = z.infer<typeof Call>
const Body = z.union([Call, z.array(Call).min(1).max(maxBatch)])

type Refusal = { code: number; message: string }
const refuse = (call: Call, error: Refusal) => ({ jsonrpc: '2.0', id: call.id ?? null, error })
const wrongParams = (message: string): Refusal => ({ code: -32602, message })

/** A call that runs code: so much gas at most, and on the chain as it is. */
const Execution = z.tuple(
  [
    z.looseObject({
      gas: z
        .string()
        .regex(/^0x[0-9a-fA-F]{1,64}$/)
        .optional(),
    }),
  ],
  z.unknown(),
)
function whyNotExecute({ params }: Call): Refusal | null {
  const parsed = Execution.safeParse(params)
  if (!parsed.success) return wrongParams('a transaction object and a block are wanted')
  if (parsed.data.length > 2) return wrongParams('CoreFans relays no state or block overrides')
  if (BigInt(parsed.data[0].gas ?? 0) > maxCallGas) return wrongParams(`a call may use at most ${maxCallGas} gas`)
  return null
}

/** Why the node is not asked, or null. */
function whyNot(call: Call): Refusal | null {
  if (!costs.has(call.method)) return { code: -32601, message: `CoreFans does not relay ${call.method}` }
  return call.method === 'eth_call' || call.method === 'eth_estimateGas' ? whyNotExecute(call) : null
}

/** A call without a limit gets ours; with a fee the node would ask whether the caller could pay for all of it. */
function limited(call: Call): Call {
  const [transaction, ...rest] = Array.isArray(call.params) ? call.params : []
  if (call.method !== 'eth_call' || ['gas', 'gasPrice', 'maxFeePerGas'].some((name) => name in (transaction as object))) return call
  return { ...call, params: [{ ...(transaction as object), gas: `0x${maxCallGas.toString(16)}` }, ...rest] }
}

/**
 * POST /api/chain/rpc: JSON-RPC to the chain for browsers, so that a page speaks to its own origin only. It carries no
 * session, so wallets of any origin may use it. Methods off the list are answered as unknown and never reach the node.
 */
export function proxyRpc(app: FastifyInstance, config: Config, chain: ChainPort): void {
  const take = rateLimiter()
  // What a node was asked goes on there when we give up; so few are asked at once, and addresses take turns.
  const queue = fairQueue({ atOnce: 8, waitingEach: 50 })
  app.post('/api/chain/rpc', { bodyLimit: 256 * 1024 }, async (req, reply) => {
    void reply.header('access-control-allow-origin', '*')
    const parsed = Body.safeParse(req.body)
    if (!parsed.success) throw http['invalid-input']({ issues: [{ path: '', message: `must be JSON-RPC 2.0, at most ${maxBatch} calls` }] })
    const calls = [parsed.data].flat()
    const cost = calls.reduce((sum, call) => sum + costOf(call), 0)
    if (cost > maxBatchCost)
      throw http['invalid-input']({ issues: [{ path: '', message: `a batch may cost at most ${maxBatchCost} points` }] })
    const { address } = req.caller
    const wait = take(address, pointsAMinute * config.rateFactor, cost)
    if (wait > 0) throw http['too-many-requests']({ retryAfterS: wait })
    const left = leaving(reply)
    const answers = await relay(calls, (passed) => queue(address, () => ask(chain.rpcUrl, passed, left), left))
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

async function relay(calls: readonly Call[], askNode: (passed: readonly Call[]) => Promise<unknown[]>): Promise<unknown[]> {
  const judged = calls.map((call) => ({ call, refusal: whyNot(call) }))
  const passed = judged.filter(({ refusal }) => !refusal).map(({ call }) => call)
  const answers = passed.length === 0 ? [] : await askNode(passed.map(limited))
  const byCall = new Map(passed.map((call, i) => [call, answers[i]]))
  return judged.map(({ call, refusal }) => (refusal ? refuse(call, refusal) : byCall.get(call)))
}

async function ask(rpcUrl: string, calls: readonly Call[], left: AbortSignal): Promise<unknown[]> {
  const numbered = calls.map((call, i) => ({ ...call, id: i }))
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(numbered),
      signal: AbortSignal.any([left, AbortSignal.timeout(patienceMs)]),
    })
    const answers = (await response.json()) as { id: number }[]
    return calls.map((call, i) => ({ ...answers.find((answer) => answer.id === i), id: call.id ?? null }))
  } catch (err) {
    throw new Outage('the chain', err)
  }
}
