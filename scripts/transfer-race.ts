// `npm run transfer-race -- [runs]`: passes change hands, as gifts and by the market, while both sides look at every way to
// what a pass opens; how long each stays open to the one and closed to the other after the transfer.
// The last line is the result as JSON; exit 1 if anything took longer than two seconds.
import { rmSync } from 'node:fs'
import { createClient, http, toHex, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { waitForTransactionReceipt } from 'viem/actions'
import { buyPass } from '../chain/src/actions/buy-pass.ts'
import { collectionOf } from '../chain/src/actions/collection-of.ts'
import { createCollectionWithTier } from '../chain/src/actions/create-collection-with-tier.ts'
import { buyListing } from '../chain/src/actions/fill-order.ts'
import { readPass } from '../chain/src/actions/read-pass.ts'
import { signAsk } from '../chain/src/actions/sign-order.ts'
import { transferPass } from '../chain/src/actions/transfer-pass.ts'
import { devnet } from '../chain/src/chains.ts'
import type { SigningClient } from '../chain/src/clients.ts'
import { deployContracts } from '../chain/src/deploy.ts'
import { devnetAccount } from '../chain/src/devnet/accounts.ts'
import { startAnvil } from '../chain/src/devnet/anvil.ts'
import { OPEN_SUPPLY, passIdOf } from '../chain/src/pass-id.ts'
import { aDataDir, databaseOf, pause, removeDataDir, startCoreFans } from '../server/src/crash/child.ts'
import { freePort } from '../server/src/embedded/free-port.ts'
import { openDb } from '../server/src/kernel/db.ts'
import { aStage, ask, type Racer, throughUs } from '../server/src/testing/access-points.ts'
import { type Delays, race } from '../server/src/testing/transfer-race.ts'
import { signedIn } from './storm/sign-in.ts'

const runs = Number(process.argv[2] ?? 20)
const targetMs = 2_000
const price = 10n ** 18n
const say = (words: string) => console.error(words)

const dataDir = aDataDir()
const anvil = await startAnvil({ dataDir: `${dataDir}-chain`, port: await freePort() })
const banker = createClient({ chain: devnet, account: devnetAccount(0), transport: http(anvil.rpcUrl), pollingInterval: 20, cacheTime: 0 })
const { contracts } = await deployContracts(banker)
const named = Object.entries(contracts).map(([name, address]) => `${name}=${address}`)
const server = await startCoreFans({ DATA_DIR: dataDir, CHAIN_RPC_URL: anvil.rpcUrl, CHAIN_CONTRACTS: named.join(',') })
const db = openDb(databaseOf(dataDir), 2)
const { url } = server
const mined = (hash: `0x${string}`) => waitForTransactionReceipt(banker, { hash })

/** Somebody new, with money in a wallet that speaks to the chain through CoreFans. */
async function aRacer(handle: string): Promise<Racer> {
  const account = privateKeyToAccount(generatePrivateKey())
  await banker.request({ method: 'anvil_setBalance' as never, params: [account.address, toHex(1_000n * price)] as never })
  const cookie = await signedIn(db, { wallet: account.address.toLowerCase(), name: handle, port: server.port })
  return { handle, cookie, wallet: throughUs(url, createClient({ chain: devnet, account, transport: http(anvil.rpcUrl) })) }
}

const holds = async (who: Racer): Promise<boolean> => {
  const { items } = (await (await ask({ url }, who, '/api/me/passes')).json()) as { items: unknown[] }
  return items.length > 0
}

type Pass = { pass: `0x${string}`; id: bigint }
const gift = async (from: SigningClient, to: SigningClient, which: Pass) =>
  mined(await transferPass(from, { ...which, to: to.account.address }))

/** The ask is signed before the race: it is the purchase that moves the pass. */
async function sale(from: SigningClient, to: SigningClient, { pass, id }: Pass): Promise<() => Promise<unknown>> {
  const market = contracts.passMarket
  const { nonce } = await readPass(from, { pass, id })
  const terms = { nft: pass, id, tokenNonce: BigInt(nonce), price, token: zeroAddress, minExpiry: 0n, nonce: id, counter: 0n }
  const listing = await signAsk(from, { market, ask: { ...terms, deadline: 10_000_000_000n } })
  return async () => mined(await buyListing(to, { market, listing }))
}

const creator = await aRacer('racecreator')
const { passFactory } = contracts
const tier = { tierId: 1, priceWei: price, durationS: 0, maxSupply: OPEN_SUPPLY, perks: 0n, flags: 0 }
await mined(await createCollectionWithTier(creator.wallet, { passFactory, ...tier }))
const pass = await collectionOf(creator.wallet, { passFactory, creator: creator.wallet.account.address })
const stage = await aStage(url, creator)

const worst: Record<string, number> = {}
const note = (delays: Delays) => {
  for (const [name, { closedMs, openedMs }] of Object.entries(delays)) worst[name] = Math.max(worst[name] ?? 0, closedMs, openedMs)
}
try {
  for (let run = 1; run <= runs; run++) {
    const [from, to] = [await aRacer(`from${run}`), await aRacer(`to${run}`)]
    await mined(await buyPass(from.wallet, { pass, tierId: 1, priceWei: price }))
    while (!(await holds(from))) await pause(20)
    const which = { pass, id: passIdOf(1, run) }
    const move = run % 2 === 1 ? () => gift(from.wallet, to.wallet, which) : await sale(from.wallet, to.wallet, which)
    const delays = await race({ stage, from, to, move: async () => void (await move()) })
    note(delays)
    say(
      `run ${run}, ${run % 2 === 1 ? 'gift' : 'sale'}: ${Math.max(...Object.values(delays).flatMap((one) => [one.closedMs, one.openedMs]))} ms`,
    )
  }
  const maxMs = Math.max(...Object.values(worst))
  console.log(JSON.stringify({ race: 'transfer', runs, surfaces: Object.keys(worst).length, targetMs, maxMs, maxMsBySurface: worst }))
  process.exitCode = maxMs <= targetMs ? 0 : 1
} finally {
  await db.close()
  server.process.kill('SIGTERM')
  await server.ended
  await anvil.stop()
  removeDataDir(dataDir)
  rmSync(`${dataDir}-chain`, { recursive: true, force: true })
}
